// Instants and business dates. The site lives at a fixed UTC+08:00, whatever the host's zone. Values; any thread.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace canteen {

// Milliseconds since 1970-01-01T00:00Z.
struct Timestamp {
    std::int64_t ms = 0;
    auto operator<=>(const Timestamp&) const = default;
    friend Timestamp operator+(Timestamp t, std::chrono::milliseconds d) { return {t.ms + d.count()}; }
    friend Timestamp operator-(Timestamp t, std::chrono::milliseconds d) { return {t.ms - d.count()}; }
    friend std::chrono::milliseconds operator-(Timestamp a, Timestamp b) {
        return std::chrono::milliseconds{a.ms - b.ms};
    }
};

// A civil date as days since 1970-01-01.
struct Date {
    std::int32_t days = 0;
    auto operator<=>(const Date&) const = default;
    friend Date operator+(Date d, int n) { return {d.days + n}; }
    friend int operator-(Date a, Date b) { return a.days - b.days; }
};

// Minutes after midnight of the site, 0 to 1440.
struct MinuteOfDay {
    std::int32_t minutes = 0;
    auto operator<=>(const MinuteOfDay&) const = default;
};

// A date if year-month-day names a day that exists.
std::optional<Date> make_date(int year, unsigned month, unsigned day);
// "2026-04-14"; nothing else is read.
std::optional<Date> parse_date(std::string_view text);
std::string to_string(Date date);
std::chrono::year_month_day civil(Date date);

// 1 = Monday ... 7 = Sunday.
unsigned iso_weekday(Date date);
// The Monday that begins the date's week.
Date week_start(Date date);
// The first day of the date's month.
Date month_start(Date date);
// The first of January of the date's year.
Date year_start(Date date);

// Date and minute at the site.
Date date_at_site(Timestamp t);
MinuteOfDay minute_at_site(Timestamp t);
// The instant of that minute of that date at the site.
Timestamp instant_at_site(Date date, MinuteOfDay minute);
// "07:05" both ways; 24:00 is read as 1440.
std::optional<MinuteOfDay> parse_minute(std::string_view text);
std::string to_string(MinuteOfDay minute);

// Completed years (周岁). Born on 29 February: a year older on 1 March.
int completed_years(Date born, Date on);

}  // namespace canteen
