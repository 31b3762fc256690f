#include "canteen/files/cells.h"

#include <algorithm>

#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/base/number.h"
#include "canteen/domain/base/text.h"

namespace canteen {

void refuse(const CsvCell& cell, const std::string& column, std::string message) {
    throw BadCell{FileError{cell.line, cell.column, column, std::move(message)}};
}

std::string RowReader::text_or_empty(const std::string& column, std::size_t max_bytes) const {
    const auto& c = cell(column);
    if (c.text.size() > max_bytes) refuse(c, column, "longer than " + std::to_string(max_bytes) + " bytes");
    if (!is_plain_text(c.text)) refuse(c, column, "holds a character that cannot be seen or printed");
    return c.text;
}

std::string RowReader::text(const std::string& column, std::size_t max_bytes) const {
    if (cell(column).text.empty()) refuse(cell(column), column, "is empty");
    return text_or_empty(column, max_bytes);
}

std::uint32_t RowReader::number(const std::string& column, std::uint32_t min, std::uint32_t max,
                                std::optional<std::uint32_t> fallback) const {
    const auto& c = cell(column);
    if (c.text.empty() && fallback) return *fallback;
    auto value = whole_number<std::uint32_t>(c.text);
    if (!value || *value < min || *value > max)
        refuse(c, column, "must be a whole number from " + std::to_string(min) + " to " + std::to_string(max));
    return *value;
}

Date RowReader::date(const std::string& column) const {
    const auto& text = cell(column).text;
    const auto value = cell_date(text);
    if (!value && is_serial_day(text))
        refuse(cell(column), column, "is a spreadsheet's number of a day; format the column as a date like 2026-04-14");
    if (!value) refuse(cell(column), column, "must be a date like 2026-04-14 or 2026/4/14");
    return *value;
}

std::optional<Date> RowReader::date_or_empty(const std::string& column) const {
    return cell(column).text.empty() ? std::nullopt : std::optional(date(column));
}

MinuteOfDay RowReader::minute(const std::string& column) const {
    const auto value = cell_minute(cell(column).text);
    if (!value) refuse(cell(column), column, "must be a time like 07:05 or 7:05");
    return *value;
}

Fen RowReader::yuan(const std::string& column, Fen max) const {
    const auto& c = cell(column);
    const auto value = parse_yuan(c.text);
    if (!value) refuse(c, column, "must be yuan like 12.60");
    if (*value > max) refuse(c, column, "more than " + to_yuan(max) + " yuan");
    return *value;
}

std::size_t RowReader::word(const std::string& column, const std::vector<std::string>& words) const {
    const auto& c = cell(column);
    auto it = std::find(words.begin(), words.end(), c.text);
    if (it == words.end()) {
        std::string all;
        for (const auto& w : words) all += (all.empty() ? "" : ", ") + w;
        refuse(c, column, "must be one of " + all);
    }
    return static_cast<std::size_t>(it - words.begin());
}

std::optional<Fen> parse_yuan(const std::string& text) {
    auto parts = split(text, '.');
    auto whole = whole_number<std::uint32_t>(parts[0]);
    std::optional<std::uint32_t> fen = 0;
    if (parts.size() == 2) {
        fen = parts[1].size() <= 2 ? whole_number<std::uint32_t>(parts[1]) : std::nullopt;
        if (fen && parts[1].size() == 1) *fen *= 10;
    }
    if (!whole || !fen || parts.size() > 2) return std::nullopt;
    return Fen{std::int64_t{*whole} * 100 + *fen};
}

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts(1);
    for (char c : text) {
        if (c == separator)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

std::optional<DateRange> parse_range(const std::string& text) {
    auto dots = text.find("..");
    if (dots == std::string::npos) return std::nullopt;
    const auto from = trimmed(text.substr(0, dots)), to = trimmed(text.substr(dots + 2));
    const DateRange range{cell_date(from), cell_date(to)};
    if ((!from.empty() && !range.from) || (!to.empty() && !range.to)) return std::nullopt;
    if (range.from && range.to && *range.to < *range.from) return std::nullopt;
    return range;
}

}  // namespace canteen
