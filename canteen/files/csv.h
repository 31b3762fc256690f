// Comma-separated values as RFC 4180 says, in UTF-8, with a header line; every cell knows where it stood. Pure; any
// thread. Ours because the packaged parsers do not say line and column.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "canteen/files/byte_order_mark.h"
#include "canteen/files/result.h"

namespace canteen {

inline constexpr std::size_t max_file_bytes = 16 * 1024 * 1024;
inline constexpr std::size_t max_cell_bytes = 4'096;

struct CsvCell {
    std::string text;
    std::size_t line = 0;    // from 1
    std::size_t column = 0;  // from 1, in characters
};

using CsvRow = std::vector<CsvCell>;

struct CsvTable {
    std::map<std::string, std::size_t> columns;  // name -> place
    std::vector<CsvRow> rows;                    // without the header; every row has as many cells as the header

    // The cell of that column; an empty one if the file has no such column.
    const CsvCell& cell(const CsvRow& row, const std::string& column) const;
};

// The table, or the first thing wrong with it. `required` columns must be there; one that is in neither list is
// refused. A byte order mark and CRLF are accepted; control characters and bytes that are not UTF-8 are not.
Result<CsvTable> read_csv(std::string_view text, const std::vector<std::string>& required,
                          const std::vector<std::string>& optional);

// Text that strangers chose, as a spreadsheet shows it: it takes what begins with =, +, - or @ for a formula.
std::string csv_text(const std::string& text);

// The cells as one line with its end, quoted where they must be.
std::string csv_row(const std::vector<std::string>& cells);

}  // namespace canteen
