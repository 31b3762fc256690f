#include "canteen/files/cell_times.h"

#include <array>
#include <string>

#include "canteen/domain/base/text.h"

namespace canteen {
namespace {

constexpr std::string_view wide_colon = "：";

// Takes the digits that begin the text; nothing if there are fewer or more.
std::optional<int> take_digits(std::string_view& text, std::size_t fewest, std::size_t most) {
    std::size_t count = 0;
    int value = 0;
    for (; count < text.size() && is_digit(text[count]); ++count) {
        if (count == most) return std::nullopt;
        value = value * 10 + (text[count] - '0');
    }
    if (count < fewest) return std::nullopt;
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, std::string_view what) {
    if (!text.starts_with(what)) return false;
    text.remove_prefix(what.size());
    return true;
}

bool is_midnight(std::string_view text) {
    return text.empty() || text == " 0:00" || text == " 00:00" || text == " 0:00:00" || text == " 00:00:00";
}

std::optional<Date> date_of(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
    if (!year || !month || !day) return std::nullopt;
    return make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

// Year, month and day with these marks behind year, month and day.
using DateMarks = std::array<std::string_view, 3>;
constexpr std::array<DateMarks, 4> date_marks{{{"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}, {"年", "月", "日"}}};

std::optional<Date> marked_date(std::string_view text, const DateMarks& marks) {
    const auto year = take_digits(text, 4, 4);
    if (!year || !take(text, marks[0])) return std::nullopt;
    const auto month = take_digits(text, 1, 2);
    if (!month || !take(text, marks[1])) return std::nullopt;
    const auto day = take_digits(text, 1, 2);
    if (!day || !take(text, marks[2]) || !is_midnight(text)) return std::nullopt;
    return date_of(year, month, day);
}

std::optional<Date> bare_date(std::string_view text) {
    constexpr std::size_t digits = 8;
    if (text.size() != digits) return std::nullopt;
    auto year = text.substr(0, 4), month = text.substr(4, 2), day = text.substr(6, 2);
    return date_of(take_digits(year, 4, 4), take_digits(month, 2, 2), take_digits(day, 2, 2));
}

}  // namespace

std::optional<Date> cell_date(std::string_view text) {
    for (const auto& marks : date_marks)
        if (const auto date = marked_date(text, marks)) return date;
    return bare_date(text);
}

bool is_serial_day(std::string_view text) {
    constexpr std::size_t fewest = 4, most = 5;  // 1000 is in 1902, 99999 in 2173
    return text.size() >= fewest && text.size() <= most && all_digits(text);
}

std::optional<MinuteOfDay> cell_minute(std::string_view text) {
    const auto hours = take_digits(text, 1, 2);
    if (!hours || (!take(text, ":") && !take(text, wide_colon))) return std::nullopt;
    const auto minutes = take_digits(text, 2, 2);
    if (!minutes || (!text.empty() && text != ":00")) return std::nullopt;
    const auto padded = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return parse_minute(padded(*hours) + ":" + padded(*minutes));
}

}  // namespace canteen
