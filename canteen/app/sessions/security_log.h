// One line for each thing at the door that somebody who looks for an attack would want to see: where from, which
// device, why not. No name, number or text that came from outside is in it. I/O thread.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>

#include "canteen/domain/base/ids.h"

namespace canteen {

class SecurityLog {
public:
    using Instant = std::chrono::steady_clock::time_point;
    using Sink = std::function<void(const std::string& line)>;
    static constexpr std::size_t lines_a_window = 10;  // of one address; then their number, in the next line
    static constexpr std::chrono::minutes window{1};
    static constexpr std::size_t max_addresses = 10'000;  // beyond it the whole table is forgotten

    // `sink` null: nothing is written.
    explicit SecurityLog(Sink sink) : sink_(std::move(sink)) {}

    // `what` and `code` are words of the program: "hello", "signature_wrong". `device` nil: it is not known.
    void note(const std::string& what, const std::string& code, const std::string& address, DeviceId device,
              Instant now);

private:
    struct Address {
        Instant since;
        std::size_t lines = 0;
        std::size_t left_out = 0;
    };

    Sink sink_;
    std::map<std::string, Address> addresses_;
};

}  // namespace canteen
