#include "canteen/engine/host_clock.h"

#include "canteen/domain/base/number.h"

namespace canteen {
namespace {

constexpr int max_speed = 1'000;

class SystemClock final : public Clock {
public:
    Timestamp now() override {
        using namespace std::chrono;
        return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
    }
};

class DemoClock final : public Clock {
public:
    explicit DemoClock(DemoTime time) : time_(time) {}
    Timestamp now() override {
        using namespace std::chrono;
        auto passed = duration_cast<milliseconds>(steady_clock::now() - began_);
        return time_.start + passed * time_.speed;
    }
    std::uint32_t pace() const override { return static_cast<std::uint32_t>(time_.speed); }

private:
    const DemoTime time_;
    const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

// "10:55:00+08:00" -> milliseconds of the day.
std::optional<std::chrono::milliseconds> parse_time_of_day(const std::string& text) {
    if (text.size() != 14 || text.substr(8) != "+08:00") return std::nullopt;
    auto minute = parse_minute(text.substr(0, 5));
    auto second = whole_number<int>(text.substr(6, 2));
    if (!minute || text[5] != ':' || !second || *second > 59) return std::nullopt;
    return std::chrono::minutes(minute->minutes) + std::chrono::seconds(*second);
}

}  // namespace

std::optional<DemoTime> parse_demo_time(const std::string& text) {
    auto comma = text.find(',');
    auto instant = text.substr(0, comma);
    DemoTime time;
    if (comma != std::string::npos) {
        auto speed = whole_number<int>(std::string_view(text).substr(comma + 1));
        if (!speed || *speed < 1 || *speed > max_speed) return std::nullopt;
        time.speed = *speed;
    }
    if (instant.size() != 25 || instant[10] != 'T') return std::nullopt;
    auto date = parse_date(instant.substr(0, 10));
    auto of_day = parse_time_of_day(instant.substr(11));
    if (!date || !of_day) return std::nullopt;
    time.start = instant_at_site(*date, {0}) + *of_day;
    return time;
}

std::unique_ptr<Clock> make_host_clock(const std::optional<DemoTime>& demo) {
    if (demo) return std::make_unique<DemoClock>(*demo);
    return std::make_unique<SystemClock>();
}

}  // namespace canteen
