// Lets through so many a second, and so many at once: anything beyond is told to wait. Owned by one thread.
#pragma once

#include <algorithm>
#include <chrono>

namespace canteen {

class TokenBucket {
public:
    using Instant = std::chrono::steady_clock::time_point;

    // Full at first.
    constexpr TokenBucket(int a_second, int at_once)
        : each_(std::chrono::nanoseconds(std::chrono::seconds{1}) / a_second), room_(each_ * (at_once - 1)) {}

    // False: none is left, and none was taken.
    bool take(Instant now) {
        const auto from = std::max(full_at_, now);
        if (from - now > room_) return false;
        full_at_ = from + each_;
        return true;
    }

private:
    std::chrono::nanoseconds each_;
    std::chrono::nanoseconds room_;
    Instant full_at_;
};

}  // namespace canteen
