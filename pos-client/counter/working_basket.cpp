#include "pos-client/counter/working_basket.h"

#include <algorithm>

namespace canteen::till {
namespace {

// True for portions of one dish that nothing tells apart.
bool is_same_plain_dish(const BasketLine& a, const BasketLine& b) {
    const auto is_plain = [](const BasketLine& line) {
        return line.grams == 0 && line.note.empty() && line.flags == 0 && line.chosen.empty();
    };
    return a.dish == b.dish && is_plain(a) && is_plain(b);
}

}  // namespace

const BasketRow* WorkingBasket::find(std::uint32_t row) const {
    const auto found = std::ranges::find(rows, row, &BasketRow::number);
    return found == rows.end() ? nullptr : &*found;
}

Basket WorkingBasket::to_sell() const {
    Basket basket;
    for (const auto& row : rows) basket.lines.push_back(row.line);
    basket.member = guest;
    basket.identified = guest_by;
    basket.mode = mode;
    basket.delivery_fee = delivery_fee;
    basket.meal = meal;
    if (is_agreed) basket.agreed = new_sums;
    return basket;
}

void touch(WorkingBasket& basket) {
    ++basket.revision;
    basket.new_sums.reset();
    basket.is_agreed = false;
}

std::uint32_t add(WorkingBasket& basket, const BasketLine& line) {
    touch(basket);
    const auto same =
        std::ranges::find_if(basket.rows, [&](const BasketRow& row) { return is_same_plain_dish(row.line, line); });
    if (same != basket.rows.end()) {
        same->line.quantity += line.quantity;
        return same->number;
    }
    basket.rows.push_back({++basket.last_row, line});
    return basket.last_row;
}

bool change(WorkingBasket& basket, std::uint32_t row, const BasketLine& line) {
    const auto found = std::ranges::find(basket.rows, row, &BasketRow::number);
    if (found == basket.rows.end()) return false;
    touch(basket);
    if (line.quantity == 0) {
        basket.rows.erase(found);
    } else {
        found->line = line;
    }
    return true;
}

}  // namespace canteen::till
