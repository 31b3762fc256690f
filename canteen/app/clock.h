// The server's time: held for small backward steps of the host, never read inside the rules. Any thread may call now().
#pragma once

#include <cstdint>

#include "canteen/domain/base/time.h"

namespace canteen {

class Clock {
public:
    virtual ~Clock() = default;
    virtual Timestamp now() = 0;
    // Returns the time for limits, which runs on even if somebody sets the clock.
    virtual std::chrono::steady_clock::time_point steady() { return std::chrono::steady_clock::now(); }
    // How many of its milliseconds pass in one; more than 1 only in a demonstration.
    virtual std::uint32_t pace() const { return 1; }
};

}  // namespace canteen
