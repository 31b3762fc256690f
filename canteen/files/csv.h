// Tables of separated values in UTF-8 with a header line, as RFC 4180 says and as spreadsheets write them; every cell
// knows where it stood. Pure; any thread. Ours because the packaged parsers do not say line and column.
#pragma once

#include <cstdint>
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

// Where the cells of a table stood, for what is found out once they are read.
class TablePlaces {
public:
    void add(const CsvRow& row);
    void name(std::map<std::string, std::size_t> columns) { columns_ = std::move(columns); }
    // The place of the column in that row; of the row alone if the file has no such column.
    FileError note(std::size_t row, const std::string& column, std::string message) const;
    std::size_t rows() const { return rows_.size(); }

private:
    struct Row {
        std::size_t line = 0;
        std::vector<std::uint32_t> columns;  // in characters
    };
    std::map<std::string, std::size_t> columns_;
    std::vector<Row> rows_;
};

struct CsvTable {
    std::map<std::string, std::size_t> columns;  // name -> place
    std::vector<CsvRow> rows;                    // without the header; every row has as many cells as the header

    TablePlaces places() const;

    // The cell of that column; an empty one if the file has no such column.
    const CsvCell& cell(const CsvRow& row, const std::string& column) const;
};

// The table, or all that is wrong with it. `required` columns must be there; one that is in neither list is refused.
// Leftovers of spreadsheets are read past: a byte order mark, any line's end, blanks around a cell, cells left out at
// the end of a row, rows and columns without a word in them. Control characters and bytes that are not UTF-8 are
// refused. Rows that cannot be read are left out and told in `bad_rows`, so that what is wrong with the others can be
// told too; if it is null the table is refused.
Result<CsvTable> read_csv(std::string_view text, const std::vector<std::string>& required,
                          const std::vector<std::string>& optional, FileNotes* bad_rows = nullptr);

// Returns text that strangers chose, made safe for a spreadsheet, which takes what begins with =, +, - or @ for a
// formula.
std::string csv_text(const std::string& text);

// The cells as one line with its end, quoted where they must be.
std::string csv_row(const std::vector<std::string>& cells);

}  // namespace canteen
