// Shifts as the office reads them: what was in the drawer, what guests paid by, what payers bear, what was served.
// Pure; any thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "canteen/domain/model/ledger.h"
#include "canteen/domain/model/shift.h"

namespace canteen {

// One shift by the books.
struct ShiftBooks {
    Shift shift;
    Date day;             // its business date, whatever the calendar's at its end
    std::string till;     // its name
    std::string cashier;  // "" in a house without staff
    std::vector<Posting> sums;
    std::vector<DrawerMove> moves;
    std::uint32_t orders = 0;    // sold and not cancelled
    std::uint32_t portions = 0;  // left after refunds; a weighed line is one
};

// A shift's cash: opening + guests + paid_in - paid_out - dropped = expected.
struct ShiftCash {
    Fen opening, guests, paid_in, paid_out, dropped;
    Fen expected;
    Fen difference;  // counted less expected; zero while the shift is open
};
ShiftCash cash_of(const ShiftBooks& books);

// A table for spreadsheets, in Chinese, with a byte order mark: a row a shift, columns for tenders and payers.
std::string write_shifts_csv(const std::vector<ShiftBooks>& shifts);
// A few lines a shift.
std::string write_shifts_text(const std::vector<ShiftBooks>& shifts);

}  // namespace canteen
