// Reads one cell as a value, or says what is wrong with it: empty optionals never mean an error here. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "canteen/domain/base/money.h"
#include "canteen/domain/model/meal.h"
#include "canteen/domain/model/member.h"
#include "canteen/domain/model/names.h"
#include "canteen/files/cell_times.h"
#include "canteen/files/csv.h"

namespace canteen {

// Thrown inside a reader of this room and caught by its door; never leaves the room.
struct BadCell {
    FileError error;
};
[[noreturn]] void refuse(const CsvCell& cell, const std::string& column, std::string message);

// Returns what `read` yields; on a wrong cell nothing of it, and tells `mistakes` what is wrong.
template <class Read>
auto read_or_note(FileNotes& mistakes, Read read) -> decltype(read()) {
    try {
        return read();
    } catch (const BadCell& bad) {
        mistakes.add(bad.error);
        if constexpr (!std::is_void_v<decltype(read())>) return {};
    }
}

// Reads the columns of one row; a wrong cell throws BadCell.
class RowReader {
public:
    RowReader(const CsvTable& table, const CsvRow& row)
        : table_(table), row_(row), absent_{"", row.empty() ? 0 : row[0].line, 0} {}

    // A column that the file does not have is an empty cell of this line.
    const CsvCell& cell(const std::string& column) const {
        return table_.columns.contains(column) ? table_.cell(row_, column) : absent_;
    }
    // Not empty, at most `max_bytes`.
    std::string text(const std::string& column, std::size_t max_bytes) const;
    std::string text_or_empty(const std::string& column, std::size_t max_bytes) const;
    // A whole number from `min` to `max`; empty is `fallback` where one is given.
    std::uint32_t number(const std::string& column, std::uint32_t min, std::uint32_t max,
                         std::optional<std::uint32_t> fallback = std::nullopt) const;
    // As cell_date() reads it.
    Date date(const std::string& column) const;
    std::optional<Date> date_or_empty(const std::string& column) const;
    // As cell_minute() reads it.
    MinuteOfDay minute(const std::string& column) const;
    // "12.60" or "12" yuan, not negative.
    Fen yuan(const std::string& column, Fen max) const;
    // The place of the cell's word in `words`.
    std::size_t word(const std::string& column, const std::vector<std::string>& words) const;
    // The value whose word the cell is, in one of the two spellings.
    template <HasNames Enum>
    Enum named(const std::string& column, std::string_view Named<Enum>::* spelling = &Named<Enum>::name) const {
        std::vector<Enum> values;
        std::vector<std::string> words;
        for (const auto& known : name_table<Enum>) {
            if ((known.*spelling).empty()) continue;
            values.push_back(known.value);
            words.emplace_back(known.*spelling);
        }
        return values[word(column, words)];
    }

private:
    const CsvTable& table_;
    const CsvRow& row_;
    CsvCell absent_;
};

// "12.60" or "12"; nothing if it is no sum in yuan.
std::optional<Fen> parse_yuan(const std::string& text);
std::vector<std::string> split(const std::string& text, char separator);
// "2025-01-01..2025-12-31", "2025-01-01..", "..2025-12-31", dates as cell_date() reads them; nothing if it is none of
// these.
std::optional<DateRange> parse_range(const std::string& text);

}  // namespace canteen
