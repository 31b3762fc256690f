// Holds what the views show of a business date, as the store has it: read at start, and again whenever the clock goes
// back, for views drop what lies before their date. Values.
#pragma once

#include "canteen/app/stock_board.h"
#include "canteen/app/store.h"

namespace canteen {

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
