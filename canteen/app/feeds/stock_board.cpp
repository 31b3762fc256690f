#include "canteen/app/feeds/stock_board.h"

namespace canteen {
namespace {

PortionsLeft picture_of(const StockKey& key, const StockRow& row) {
    bool sold_out = row.sold_out_since.has_value() || row.left() <= 0;
    return {key, row.left(), row.planned, sold_out, row.sold_out_since};
}

}  // namespace

std::vector<StockKey> StockBoard::apply(const Event& event) {
    if (const auto* moved = std::get_if<StockMoved>(&event)) {
        rows_[moved->move.key].move(moved->move.kind, moved->move.amount);
        return {moved->move.key};
    }
    if (const auto* set = std::get_if<SoldOutSet>(&event)) {
        auto& row = rows_[set->key];
        row.sold_out_since = set->sold_out ? std::optional(set->at) : std::nullopt;
        return {set->key};
    }
    std::vector<StockKey> made;
    if (const auto* published = std::get_if<MenuPublished>(&event)) {
        for (const auto& dish : published->menu.dishes) {
            StockKey key{published->menu.meal, dish.id};
            if (!dish.is_set_meal() && rows_.try_emplace(key).second) made.push_back(key);
        }
    }
    return made;
}

PortionsLeft StockBoard::left_of(const StockKey& key) const {
    auto found = rows_.find(key);
    return picture_of(key, found == rows_.end() ? StockRow{} : found->second);
}

std::vector<PortionsLeft> StockBoard::left_on(Date from, Date to) const {
    std::vector<PortionsLeft> list;
    auto begin = rows_.lower_bound({{from, MealSlot{}}, DishId{}});
    for (auto it = begin; it != rows_.end() && it->first.meal.date <= to; ++it)
        list.push_back(picture_of(it->first, it->second));
    return list;
}

void StockBoard::forget_before(Date date) {
    rows_.erase(rows_.begin(), rows_.lower_bound({{date, MealSlot{}}, DishId{}}));
}

}  // namespace canteen
