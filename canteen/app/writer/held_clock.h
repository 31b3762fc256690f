// The host's time, held for small steps back: the rules never see time run backwards for a corrected clock.
#pragma once

#include <mutex>
#include <optional>

#include "canteen/app/clock.h"

namespace canteen {

// A step back up to this is waited out; a larger one is followed and journaled.
inline constexpr std::chrono::milliseconds max_held_step{2 * 60'000};

class HeldClock final : public Clock {
public:
    explicit HeldClock(Clock& host) : host_(host) {}

    struct StepBack {
        Timestamp from, to;
        bool operator==(const StepBack&) const = default;
    };

    // Any thread.
    Timestamp now() override;
    std::chrono::steady_clock::time_point steady() override { return host_.steady(); }
    std::uint32_t pace() const override { return host_.pace(); }
    // A step that was followed and is to be journaled, once. Any thread.
    std::optional<StepBack> take_step_back();

private:
    Clock& host_;
    std::mutex mutex_;
    std::optional<Timestamp> last_;
    std::optional<StepBack> step_back_;
};

}  // namespace canteen
