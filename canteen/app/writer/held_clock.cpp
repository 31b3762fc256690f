#include "canteen/app/writer/held_clock.h"

#include <utility>

namespace canteen {

Timestamp HeldClock::now() {
    std::lock_guard lock(mutex_);
    auto host = host_.now();
    if (last_ && host < *last_) {
        if (*last_ - host <= max_held_step) return *last_;
        step_back_ = StepBack{step_back_ ? step_back_->from : *last_, host};
    }
    last_ = host;
    return host;
}

std::optional<HeldClock::StepBack> HeldClock::take_step_back() {
    std::lock_guard lock(mutex_);
    return std::exchange(step_back_, std::nullopt);
}

}  // namespace canteen
