// Holds what the views show of a business date, as the store has it: read at start, and again whenever the clock goes
// back, for views drop what lies before their date. Values.
#pragma once

#include "canteen/app/feeds/stock_board.h"
#include "canteen/app/store.h"

namespace canteen {

// Yesterday's open orders and tickets are at hand, for a dinner may end after midnight; older ones that nobody marked
// stay on the disk until a command names them.
inline Date first_open_date(Date today) {
    return today + -1;
}

struct DayPicture {
    Seq seq = 0;  // the row as of which it is
    Date today;
    std::vector<Ticket> tickets;
    std::vector<Menu> menus;
    StockRows stock;  // of these menus
    std::vector<std::pair<UseKey, std::int64_t>> uses;
};

// Throws StoreError. Thread of the store.
DayPicture load_day_picture(Store& store, Date today);

}  // namespace canteen
