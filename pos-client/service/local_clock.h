// The till's own clock: the host's at start, then steady, so that a jump of the host's does not move a running till.
#pragma once

#include <chrono>

#include "canteen/domain/base/time.h"

namespace canteen::till {

class LocalClock {
public:
    Timestamp now() const {
        using std::chrono::milliseconds;
        return begun_ + std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - steady_);
    }

private:
    static Timestamp host_now() {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
    }
    Timestamp begun_ = host_now();
    std::chrono::steady_clock::time_point steady_ = std::chrono::steady_clock::now();
};

}  // namespace canteen::till
