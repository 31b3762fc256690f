// Reads what a scale of Mettler-Toledo's continuous output says over and over: STX, three status bytes, six digits of
// weight, six of tare, CR, and maybe a checksum. Only a settled weight is ever given. Pure; any thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "canteen/domain/base/time.h"

namespace canteen::till {

// A scale says its weight some ten times a second; after so long its last word counts no more.
inline constexpr std::chrono::milliseconds weight_good_for{1'000};

class MettlerReader {
public:
    explicit MettlerReader(bool has_checksum = false) : has_checksum_(has_checksum) {}

    // Takes what came, in any pieces. What is no message is passed over.
    void take(std::string_view bytes, Timestamp now);

    // Returns the weight on the scale in grams; nothing while it moves, for less than nothing, beyond its range, before
    // its zero is found, in other units than grams and kilograms, with a part of a gram, or if it says nothing any
    // more.
    std::optional<std::uint32_t> settled_grams(Timestamp now) const;
    // True if messages come, whatever they say.
    bool is_heard(Timestamp now) const;

private:
    std::size_t message_bytes() const;
    void take_message(std::string_view message, Timestamp now);

    bool has_checksum_;
    std::string pending_;
    std::optional<std::uint32_t> grams_;
    std::optional<Timestamp> heard_at_;
};

}  // namespace canteen::till
