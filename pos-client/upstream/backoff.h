// Times the wait before the next try: doubling up to a bound, with chance in it so that tills do not all come back at
// once.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <span>

#include "canteen/crypto/random.h"

namespace canteen::till {

class Backoff {
public:
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest) : first_(first), longest_(longest) {}

    // Returns between half of the present span and all of it; doubles the span for the next time.
    std::chrono::milliseconds next(Random& random) {
        const auto span = std::min(first_ * (std::int64_t{1} << std::min(tries_, max_doublings)), longest_);
        ++tries_;
        const auto half = span.count() / 2;
        std::uint8_t chance[4];
        random.fill(chance);
        const std::int64_t drawn = chance[0] | chance[1] << 8 | chance[2] << 16;
        return std::chrono::milliseconds{span.count() - half + drawn % (half + 1)};
    }
    void reset() { tries_ = 0; }

private:
    static constexpr int max_doublings = 16;
    std::chrono::milliseconds first_, longest_;
    int tries_ = 0;
};

}  // namespace canteen::till
