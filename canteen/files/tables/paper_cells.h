// Cells that hold the number of somebody's paper, their name and their phone, as offices write them. A wrong cell
// throws BadCell; a doubtful one that is kept is told as a remark. No message quotes a personal value. Pure; any
// thread.
#pragma once

#include "canteen/files/cells.h"

namespace canteen {

struct PaperCell {
    std::string number;        // "" if none is written or kept
    std::optional<Date> born;  // as it says
    bool is_lost = false;      // a spreadsheet has rounded it: the known number stays
};

// An ID number with a fault that people live with is kept; 15 digits become the 18 characters of the same person.
PaperCell paper_in(const RowReader& reader, const std::string& column, FileNotes& remarks);
// Refuses a name in which a question mark stands for a character that was lost.
std::string name_in(const RowReader& reader, const std::string& column, std::size_t max_bytes);
// Digits, grouped by blanks, hyphens or brackets, with an extension behind them: "028-00001234转8".
std::string phone_in(const RowReader& reader, const std::string& column);

}  // namespace canteen
