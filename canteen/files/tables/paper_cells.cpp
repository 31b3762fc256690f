#include "canteen/files/tables/paper_cells.h"

#include <algorithm>

#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/base/paper.h"
#include "canteen/domain/base/text.h"
#include "canteen/domain/model/member_checks.h"

namespace canteen {
namespace {

constexpr std::size_t max_paper_bytes = 60;
constexpr std::size_t max_phone_cell_bytes = 60;

FileError note_of(const CsvCell& cell, const std::string& column, std::string message) {
    return {cell.line, cell.column, column, std::move(message)};
}

// In normal form, without hyphens between the groups.
std::string paper_text(const std::string& text) {
    auto number = normal_number(text);
    std::erase(number, '-');
    return number;
}

// "9.99999E+17".
bool is_shortened(const std::string& text) {
    const auto e = text.find('E');
    if (e == std::string::npos || e == 0) return false;
    const auto is_of_number = [](char c) { return is_digit(c) || c == '.'; };
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(e), is_of_number) &&
           (text[e + 1] == '+' || is_digit(text[e + 1]));
}

PaperCell first_generation(const CsvCell& cell, const std::string& column, std::string number, FileNotes& remarks) {
    const auto born = birth_date_in(number);
    if (!born) refuse(cell, column, "has 15 digits and says a birth date that does not exist");
    remarks.add(note_of(cell, column, "has 15 digits, as on cards of before 2000; kept as the 18 of today's card"));
    return {std::move(number), born, false};
}

PaperCell id_number(const CsvCell& cell, const std::string& column, std::string number, FileNotes& remarks) {
    const auto born = birth_date_in(number);
    const auto fault = fault_of_id_number(number);
    if (fault == IdNumberFault::none) {
        if (is_rounded(number))
            remarks.add(note_of(cell, column, "ends in 000: look whether a spreadsheet has rounded it; kept"));
        return {std::move(number), born, false};
    }
    if (fault == IdNumberFault::no_such_day) {
        remarks.add(note_of(cell, column, "says a birth date that does not exist; kept as it is written"));
        return {std::move(number), born, false};
    }
    if (is_rounded(number)) {
        remarks.add(note_of(cell, column,
                            "ends in 000, as when a spreadsheet has rounded it to 15 digits; not taken: format the "
                            "column as text and enter the numbers again"));
        return {"", born, true};
    }
    remarks.add(note_of(cell, column, "the check digit is wrong; kept as it is written: compare it with the card"));
    return {std::move(number), born, false};
}

// The bytes of the mark between number and extension that begins the text; 0 if none does.
std::size_t extension_mark(std::string_view text) {
    for (const std::string_view mark : {"转", "轉", "x", "X", "#", "ext.", "ext"})
        if (text.starts_with(mark)) return mark.size();
    return 0;
}

}  // namespace

PaperCell paper_in(const RowReader& reader, const std::string& column, FileNotes& remarks) {
    const auto& cell = reader.cell(column);
    auto number = paper_text(reader.text_or_empty(column, max_paper_bytes));
    if (number.empty()) return {};
    if (is_shortened(number))
        refuse(cell, column,
               "was shortened by a spreadsheet (scientific notation); format the column as text and enter the numbers "
               "again");
    if (auto today = second_generation_of(number)) return first_generation(cell, column, *std::move(today), remarks);
    if (is_other_paper(number)) return {std::move(number), std::nullopt, false};
    if (fault_of_id_number(number) == IdNumberFault::not_one)
        refuse(cell, column,
               "is no ID number of 18 characters, and no number of a passport or travel permit, which begins with a "
               "letter; leave it empty if there is another paper");
    return id_number(cell, column, std::move(number), remarks);
}

std::string name_in(const RowReader& reader, const std::string& column, std::size_t max_bytes) {
    auto name = reader.text(column, max_bytes);
    if (name.find('?') != std::string::npos || name.find("？") != std::string::npos)
        refuse(reader.cell(column), column,
               "holds a question mark, as when a program could not write a rare character: type it again and save as "
               "UTF-8");
    return name;
}

std::string phone_in(const RowReader& reader, const std::string& column) {
    const auto& cell = reader.cell(column);
    const auto written = reader.text_or_empty(column, max_phone_cell_bytes);
    auto rest = normal_phone(written);
    const std::size_t country = written.starts_with("+86") ? 2 : rest.starts_with("0086") ? 4 : 0;
    rest.erase(0, country);
    std::string phone;
    for (std::size_t at = 0; at < rest.size();) {
        const auto mark = extension_mark(std::string_view(rest).substr(at));
        phone += mark > 0 ? '-' : rest[at];
        at += std::max<std::size_t>(mark, 1);
    }
    if (!phone.empty() && !is_phone(phone))
        refuse(cell, column, "must be digits, with an extension as 转8 behind them if there is one");
    return phone;
}

}  // namespace canteen
