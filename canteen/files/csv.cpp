#include "canteen/files/csv.h"

#include <algorithm>

#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/base/text.h"
#include "canteen/files/csv_cutter.h"

namespace canteen {
namespace {

bool has(const std::vector<std::string>& list, const std::string& name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

// Text that another program could not write, or that only its own fonts show.
bool holds_lost_character(std::string_view text) {
    constexpr char32_t replacement = 0xfffd;
    while (!text.empty()) {
        const auto c = take_character(text);
        if (c == replacement || (c >= 0xe000 && c <= 0xf8ff) || c >= 0xf0000) return true;
    }
    return false;
}
constexpr auto lost_character =
    "a character was lost, or is one that only some programs' fonts have: type it again and save as UTF-8";

// Columns of a table on its way to being read.
class TableReader {
public:
    TableReader(const std::vector<std::string>& required, const std::vector<std::string>& optional)
        : required_(required), optional_(optional) {}

    Result<CsvTable> read(std::vector<CsvRow> rows, FileNotes* bad_rows) {
        heading_ = std::move(rows.front());
        name_columns();
        if (!mistakes_.empty()) return {std::move(mistakes_), {}};
        for (std::size_t i = 1; i < rows.size(); ++i) take(std::move(rows[i]));
        if (bad_rows) {
            bad_rows->add(mistakes_);
        } else if (!mistakes_.empty()) {
            return {std::move(mistakes_), {}};
        }
        return std::move(table_);
    }

private:
    void name_columns() {
        for (std::size_t i = 0; i < heading_.size(); ++i) {
            const auto& [text, line, column] = heading_[i];
            if (text.empty()) continue;
            const auto name = normal_code(text);
            if (!has(required_, name) && !has(optional_, name)) {
                mistakes_.add({line, column, text, "unknown column"});
            } else if (!table_.columns.emplace(name, i).second) {
                mistakes_.add({line, column, name, "the column stands twice"});
            }
        }
        for (const auto& name : required_)
            if (!table_.columns.contains(name)) mistakes_.add({heading_[0].line, 1, name, "the column is missing"});
    }

    // Text without a heading is in the wrong column: the row may have lost a separator.
    void take(CsvRow row) {
        const auto mistakes = mistakes_.size();
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool has_heading = i < heading_.size() && !heading_[i].text.empty();
            if (!row[i].text.empty() && !has_heading)
                mistakes_.add({row[i].line, row[i].column, "", "a cell that has no heading"});
            if (holds_lost_character(row[i].text))
                mistakes_.add(
                    {row[i].line, row[i].column, has_heading ? normal_code(heading_[i].text) : "", lost_character});
        }
        if (mistakes_.size() > mistakes) return;
        const CsvCell left_out{"", row.back().line, row.back().column};
        row.resize(heading_.size(), left_out);
        table_.rows.push_back(std::move(row));
    }

    const std::vector<std::string>&required_, &optional_;
    CsvRow heading_;
    CsvTable table_;
    FileNotes mistakes_;
};

}  // namespace

const CsvCell& CsvTable::cell(const CsvRow& row, const std::string& column) const {
    static const CsvCell empty;
    auto it = columns.find(column);
    return it == columns.end() ? empty : row[it->second];
}

void TablePlaces::add(const CsvRow& row) {
    Row places{row.empty() ? 0 : row[0].line, {}};
    for (const auto& cell : row) places.columns.push_back(static_cast<std::uint32_t>(cell.column));
    rows_.push_back(std::move(places));
}

FileError TablePlaces::note(std::size_t row, const std::string& column, std::string message) const {
    const auto& places = rows_.at(row);
    const auto found = columns_.find(column);
    const bool is_there = found != columns_.end() && found->second < places.columns.size();
    return {places.line, is_there ? places.columns[found->second] : 0, column, std::move(message)};
}

TablePlaces CsvTable::places() const {
    TablePlaces places;
    places.name(columns);
    for (const auto& row : rows) places.add(row);
    return places;
}

Result<CsvTable> read_csv(std::string_view text, const std::vector<std::string>& required,
                          const std::vector<std::string>& optional, FileNotes* bad_rows) {
    if (text.size() > max_file_bytes)
        return FileError{0, 0, "", "larger than " + std::to_string(max_file_bytes) + " bytes"};
    auto rows = cut_csv(text);
    if (!rows) return rows.error();
    if (rows->empty()) return FileError{1, 1, "", "the header line is missing"};
    return TableReader(required, optional).read(std::move(rows).value(), bad_rows);
}

std::string csv_text(const std::string& text) {
    // Chinese spreadsheets take the full-width ones for formulas too.
    constexpr std::string_view formulas[] = {"=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"};
    const bool is_formula = std::any_of(std::begin(formulas), std::end(formulas),
                                        [&text](std::string_view sign) { return text.starts_with(sign); });
    return is_formula ? "'" + text : text;
}

std::string csv_row(const std::vector<std::string>& cells) {
    std::string row;
    for (const auto& cell : cells) {
        if (&cell != cells.data()) row += ',';
        if (cell.find_first_of(",\"\r\n") == std::string::npos) {
            row += cell;
            continue;
        }
        row += '"';
        for (char c : cell) row += c == '"' ? std::string("\"\"") : std::string(1, c);
        row += '"';
    }
    return row + "\n";
}

}  // namespace canteen
