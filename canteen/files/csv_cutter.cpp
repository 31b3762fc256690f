#include "canteen/files/csv_cutter.h"

#include <algorithm>
#include <array>

#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/base/text.h"

namespace canteen {
namespace {

// Between the bytes that a spreadsheet writes at its head: "sep=;".
constexpr std::string_view separator_line = "sep=";

// Blanks of keyboards and of copied pages.
constexpr std::array<std::string_view, 4> blanks{" ", "\t", "\xc2\xa0", "\xe3\x80\x80"};

std::string_view first_line_of(std::string_view text) {
    return text.substr(0, text.find_first_of("\r\n"));
}

char separator_in(std::string_view line) {
    bool is_quoted = false;
    bool has_tab = false, has_semicolon = false;
    for (const char c : line) {
        if (c == '"') is_quoted = !is_quoted;
        if (is_quoted) continue;
        if (c == ',') return ',';
        has_tab |= c == '\t';
        has_semicolon |= c == ';';
    }
    if (has_tab) return '\t';
    return has_semicolon ? ';' : ',';
}

// Walks the text once, a character at a time, and cuts it into rows.
class Cutter {
public:
    explicit Cutter(std::string_view text) : text_(text) {
        if (text_.starts_with(byte_order_mark)) text_.remove_prefix(3);
        ends_with_cr_ = text_.find('\n') == std::string_view::npos;
        take_separator();
    }

    Result<std::vector<CsvRow>> cut() {
        begin_cell();
        while (!text_.empty() && !error_) step();
        if (error_) return *error_;
        if (quoted_) return FileError{cell_.line, cell_.column, "", "a quote is opened and not closed on its line"};
        if (!row_.empty() || !cell_.text.empty() || was_quoted_) end_row();
        if (error_) return *error_;
        return std::move(rows_);
    }

private:
    void take_separator() {
        const auto line = first_line_of(text_);
        if (line.starts_with(separator_line) && line.size() == separator_line.size() + 1) {
            separator_ = line.back();
            text_.remove_prefix(line.size());
            return;
        }
        separator_ = separator_in(line);
    }

    void begin_cell() {
        cell_ = CsvCell{"", line_, column_};
        was_quoted_ = false;
    }
    void end_cell() {
        cell_.text = trimmed(cell_.text);
        if (cell_.text.find('\t') != std::string::npos)
            error_ = FileError{cell_.line, cell_.column, "", "a control character"};
        row_.push_back(std::move(cell_));
    }
    void end_row() {
        end_cell();
        const bool is_blank = std::ranges::all_of(row_, [](const CsvCell& cell) { return cell.text.empty(); });
        if (!is_blank) rows_.push_back(std::move(row_));
        row_.clear();
    }
    void fail(std::string message) { error_ = FileError{line_, column_, "", std::move(message)}; }

    void take(std::size_t bytes) {
        text_.remove_prefix(bytes);
        ++column_;
    }

    // Bytes of the line's end that stands here; 0 if none does.
    std::size_t line_end() const {
        if (text_.starts_with("\r\n")) return 2;
        return text_[0] == '\n' || (text_[0] == '\r' && ends_with_cr_) ? 1 : 0;
    }

    void step() {
        const std::size_t bytes = utf8_character_bytes(text_);
        if (bytes == 0) return fail("not UTF-8");
        if (quoted_) return step_quoted(bytes);
        const char c = text_[0];
        if (c == '"' && trimmed(cell_.text).empty()) return open_quote();
        if (c == separator_) {
            take(1);
            end_cell();
            return begin_cell();
        }
        if (const auto end = line_end(); end > 0) {
            text_.remove_prefix(end);
            ++line_;
            column_ = 1;
            end_row();
            return begin_cell();
        }
        if (c == '"') return fail("a quote inside a cell that is not quoted");
        const bool is_blank = std::ranges::any_of(blanks, [this](auto blank) { return text_.starts_with(blank); });
        if (was_quoted_ && !is_blank) return fail("text after the closing quote");
        append(bytes);
    }

    void open_quote() {
        if (was_quoted_) return fail("a quote inside a cell that is not quoted");
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
        const auto c = static_cast<unsigned char>(text_[0]);
        if (quoted_ && (c == '\n' || c == '\r')) return fail("a quote is opened and not closed on its line");
        if ((c < 0x20 && c != '\t') || c == 0x7f) return fail("a control character");
        if (cell_.text.size() + bytes > max_cell_bytes)
            return fail("a cell longer than " + std::to_string(max_cell_bytes) + " bytes");
        cell_.text.append(text_.substr(0, bytes));
        take(bytes);
    }

    std::string_view text_;
    char separator_ = ',';
    bool ends_with_cr_ = false;
    std::size_t line_ = 1, column_ = 1;
    bool quoted_ = false, was_quoted_ = false;
    CsvCell cell_;
    CsvRow row_;
    std::vector<CsvRow> rows_;
    std::optional<FileError> error_;
};

}  // namespace

Result<std::vector<CsvRow>> cut_csv(std::string_view text) {
    return Cutter(text).cut();
}

}  // namespace canteen
