#include "canteen/files/csv.h"

#include <algorithm>
#include <optional>

#include "canteen/domain/text.h"

namespace canteen {
namespace {

// Walks the text once, a character at a time, and cuts it into rows.
class Cutter {
public:
    explicit Cutter(std::string_view text) : text_(text) {
        if (text_.starts_with("\xef\xbb\xbf")) text_.remove_prefix(3);
    }

    Result<std::vector<CsvRow>> cut() {
        begin_cell();
        while (!text_.empty() && !error_) step();
        if (error_) return *error_;
        if (quoted_) return FileError{cell_.line, cell_.column, "", "a quote is opened and not closed on its line"};
        if (!row_.empty() || !cell_.text.empty() || was_quoted_) end_row();
        return std::move(rows_);
    }

private:
    void begin_cell() {
        cell_ = CsvCell{"", line_, column_};
        was_quoted_ = false;
    }
    void end_cell() { row_.push_back(std::move(cell_)); }
    void end_row() {
        end_cell();
        bool blank = row_.size() == 1 && row_[0].text.empty();
        if (!blank) rows_.push_back(std::move(row_));
        row_.clear();
    }
    void fail(std::string message) { error_ = FileError{line_, column_, "", std::move(message)}; }

    void take(std::size_t bytes) {
        if (text_[0] == '\n') {
            ++line_;
            column_ = 1;
        } else {
            ++column_;
        }
        text_.remove_prefix(bytes);
    }

    void step() {
        std::size_t bytes = utf8_character_bytes(text_);
        if (bytes == 0) return fail("not UTF-8");
        if (quoted_) return step_quoted(bytes);
        char c = text_[0];
        if (c == '"') return open_quote();
        if (c == ',') {
            take(1);
            end_cell();
            return begin_cell();
        }
        if (c == '\n' || text_.starts_with("\r\n")) {
            if (c == '\r') text_.remove_prefix(1);
            take(1);
            end_row();
            return begin_cell();
        }
        if (was_quoted_) return fail("text after the closing quote");
        append(bytes);
    }

    void open_quote() {
        if (!cell_.text.empty() || was_quoted_) return fail("a quote inside a cell that is not quoted");
        quoted_ = true;
        take(1);
    }

    void step_quoted(std::size_t bytes) {
        if (text_[0] != '"') return append(bytes);
        if (text_.starts_with("\"\"")) {
            take(1);
            return append(1);
        }
        take(1);
        quoted_ = false;
        was_quoted_ = true;
    }

    void append(std::size_t bytes) {
        auto c = static_cast<unsigned char>(text_[0]);
        if (c == '\n' || c == '\r') return fail("a quote is opened and not closed on its line");
        if (c < 0x20 || c == 0x7f) return fail("a control character");
        if (cell_.text.size() + bytes > max_cell_bytes)
            return fail("a cell longer than " + std::to_string(max_cell_bytes) + " bytes");
        cell_.text.append(text_.substr(0, bytes));
        take(bytes);
    }

    std::string_view text_;
    std::size_t line_ = 1, column_ = 1;
    bool quoted_ = false, was_quoted_ = false;
    CsvCell cell_;
    CsvRow row_;
    std::vector<CsvRow> rows_;
    std::optional<FileError> error_;
};

std::optional<FileError> name_columns(const CsvRow& header, const std::vector<std::string>& required,
                                      const std::vector<std::string>& optional, CsvTable& table) {
    auto has = [](const std::vector<std::string>& list, const std::string& name) {
        return std::find(list.begin(), list.end(), name) != list.end();
    };
    for (std::size_t i = 0; i < header.size(); ++i) {
        const auto& [name, line, column] = header[i];
        if (!has(required, name) && !has(optional, name)) return FileError{line, column, name, "unknown column"};
        if (!table.columns.emplace(name, i).second) return FileError{line, column, name, "the column stands twice"};
    }
    for (const auto& name : required)
        if (!table.columns.contains(name)) return FileError{1, 1, name, "the column is missing"};
    return std::nullopt;
}

}  // namespace

const CsvCell& CsvTable::cell(const CsvRow& row, const std::string& column) const {
    static const CsvCell empty;
    auto it = columns.find(column);
    return it == columns.end() ? empty : row[it->second];
}

Result<CsvTable> read_csv(std::string_view text, const std::vector<std::string>& required,
                          const std::vector<std::string>& optional) {
    if (text.size() > max_file_bytes)
        return FileError{0, 0, "", "larger than " + std::to_string(max_file_bytes) + " bytes"};
    auto rows = Cutter(text).cut();
    if (!rows) return rows.error();
    if (rows->empty()) return FileError{1, 1, "", "the header line is missing"};
    CsvTable table;
    const auto& header = rows->front();
    if (auto error = name_columns(header, required, optional, table)) return *error;
    for (std::size_t i = 1; i < rows->size(); ++i) {
        const auto& row = (*rows)[i];
        if (row.size() != header.size())
            return FileError{
                row[0].line, row.back().column, "",
                std::to_string(row.size()) + " cells where the header has " + std::to_string(header.size())};
        table.rows.push_back(row);
    }
    return table;
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
