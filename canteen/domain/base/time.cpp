#include "canteen/domain/base/time.h"

#include <algorithm>

namespace canteen {

namespace {

constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::int64_t day_minutes = 24 * 60;
constexpr std::int64_t ms_per_day = day_minutes * ms_per_minute;
constexpr std::int64_t site_offset_ms = 8 * 60 * ms_per_minute;
constexpr int first_year = 1;
constexpr int last_year = 9999;

// Rounds towards the past, also before 1970. divisor > 0.
std::int64_t floor_div(std::int64_t a, std::int64_t divisor) {
    return a / divisor - (a % divisor < 0 ? 1 : 0);
}

// The number `digits` spells, if it is nothing but ASCII digits. At most nine of them.
std::optional<int> read_digits(std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::string padded(unsigned value, std::size_t width) {
    const std::string digits = std::to_string(value);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

}  // namespace

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
    if (year < first_year || year > last_year || month > 12 || day > 31) return std::nullopt;
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!ymd.ok()) return std::nullopt;
    return Date{static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count())};
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = read_digits(text.substr(0, 4));
    const auto month = read_digits(text.substr(5, 2));
    const auto day = read_digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::string to_string(Date date) {
    const auto ymd = civil(date);
    return padded(static_cast<unsigned>(static_cast<int>(ymd.year())), 4) + "-" +
           padded(static_cast<unsigned>(ymd.month()), 2) + "-" + padded(static_cast<unsigned>(ymd.day()), 2);
}

std::chrono::year_month_day civil(Date date) {
    return std::chrono::sys_days{std::chrono::days{date.days}};
}

unsigned iso_weekday(Date date) {
    return std::chrono::weekday{std::chrono::sys_days{std::chrono::days{date.days}}}.iso_encoding();
}

Date week_start(Date date) {
    return date + (1 - static_cast<int>(iso_weekday(date)));
}

Date year_start(Date date) {
    return make_date(static_cast<int>(civil(date).year()), 1, 1).value();
}

Date month_start(Date date) {
    return date + (1 - static_cast<int>(static_cast<unsigned>(civil(date).day())));
}

Date date_at_site(Timestamp t) {
    return {static_cast<std::int32_t>(floor_div(t.ms + site_offset_ms, ms_per_day))};
}

MinuteOfDay minute_at_site(Timestamp t) {
    const std::int64_t local = t.ms + site_offset_ms;
    const std::int64_t since_midnight = local - floor_div(local, ms_per_day) * ms_per_day;
    return {static_cast<std::int32_t>(since_midnight / ms_per_minute)};
}

Timestamp instant_at_site(Date date, MinuteOfDay minute) {
    return {std::int64_t{date.days} * ms_per_day + std::int64_t{minute.minutes} * ms_per_minute - site_offset_ms};
}

std::optional<MinuteOfDay> parse_minute(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto hours = read_digits(text.substr(0, 2));
    const auto minutes = read_digits(text.substr(3, 2));
    if (!hours || !minutes || *minutes > 59) return std::nullopt;
    const MinuteOfDay result{*hours * 60 + *minutes};
    if (result.minutes > day_minutes) return std::nullopt;
    return result;
}

std::string to_string(MinuteOfDay minute) {
    return padded(static_cast<unsigned>(minute.minutes / 60), 2) + ":" +
           padded(static_cast<unsigned>(minute.minutes % 60), 2);
}

int completed_years(Date born, Date on) {
    const auto birth = civil(born);
    const auto today = civil(on);
    const int years = static_cast<int>(today.year()) - static_cast<int>(birth.year());
    const bool birthday_reached =
        today.month() > birth.month() || (today.month() == birth.month() && today.day() >= birth.day());
    return birthday_reached ? years : years - 1;
}

}  // namespace canteen
