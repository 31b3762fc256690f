// Where the server's time comes from: the host, or a demo's clock that starts where it is told. Any thread.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "canteen/app/clock.h"

namespace canteen {

// "2026-04-14T10:55:00+08:00", or with ",60": from there at that many times the speed.
struct DemoTime {
    Timestamp start;
    int speed = 1;
};
// Nothing if the text is none of these, or the speed is not 1 to 1000.
std::optional<DemoTime> parse_demo_time(const std::string& text);

// The host's clock, or one that starts at `demo` now.
std::unique_ptr<Clock> make_host_clock(const std::optional<DemoTime>& demo);

}  // namespace canteen
