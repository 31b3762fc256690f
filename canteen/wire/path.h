// The place in a message where something is wrong, "order.lines[2].mode": built while descending, spelled out only on
// refusal. A Path lives on the stack and points at its parent: never store one.
#pragma once

#include <stdexcept>
#include <string>

#include "canteen/domain/model/rejection.h"

namespace canteen {

class Path {
public:
    Path() = default;
    Path operator/(const char* field) const { return {this, field, no_index}; }
    Path operator[](int index) const { return {this, nullptr, index}; }
    // Returns "" at the root.
    std::string text() const;

private:
    static constexpr int no_index = -1;
    Path(const Path* up, const char* field, int index) : up_(up), field_(field), index_(index) {}

    const Path* up_ = nullptr;
    const char* field_ = nullptr;
    int index_ = no_index;
};

// A message that is well-formed protobuf but breaks its own rules. Thrown inside this folder only; the codecs turn it
// into a Rejection or a CodecError.
class Unreadable : public std::runtime_error {
public:
    Unreadable(const Path& at, const std::string& what) : Unreadable(RejectionCode::malformed, at.text(), what) {}
    Unreadable(RejectionCode code, std::string path, const std::string& what)
        : std::runtime_error(path + ": " + what), code_(code), path_(std::move(path)), reason_(what) {}

    // Returns malformed {path, what} or client_newer {path}.
    Rejection rejection() const;

private:
    RejectionCode code_;
    std::string path_;
    std::string reason_;
};

}  // namespace canteen
