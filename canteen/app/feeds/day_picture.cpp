#include "canteen/app/feeds/day_picture.h"

namespace canteen {
namespace {

StockRows stock_of(Store& store, const std::vector<Menu>& menus) {
    Needs needs;
    for (const auto& menu : menus) needs.menus.push_back(menu.meal);
    if (needs.empty()) return {};
    Canteen scratch;
    store.load(needs, scratch);
    return {scratch.stock.begin(), scratch.stock.end()};
}

}  // namespace

DayPicture load_day_picture(Store& store, Date today) {
    DayPicture picture;
    picture.seq = store.last_seq();
    picture.today = today;
    picture.tickets = store.load_tickets(first_open_date(today));
    picture.menus = store.load_menus(today);
    picture.stock = stock_of(store, picture.menus);
    picture.uses = store.load_uses(today);
    return picture;
}

}  // namespace canteen
