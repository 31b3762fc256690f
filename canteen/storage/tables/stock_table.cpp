#include "canteen/storage/tables/stock_table.h"

namespace canteen {

void StockTable::set_sold_out(const StockKey& key, std::optional<Timestamp> since) {
    moved_[key];  // makes the row exist
    sold_out_[key] = since;
}

void StockTable::flush() {
    for (const auto& [key, moves] : moved_) add(key, moves);
    for (const auto& [key, since] : sold_out_) write_sold_out(key, since);
    clear();
}

void StockTable::clear() {
    moved_.clear();
    sold_out_.clear();
}

// Updates, then inserts: SQLite checks an upsert's row before the update, and moves alone may be below zero.
void StockTable::add(const StockKey& key, const StockRow& m) {
    int changed = db_.query(
                         "UPDATE stock SET planned = planned + ?, restocked = restocked + ?, found = found + ?, "
                         "oversold = oversold + ?, sold = sold + ?, returned = returned + ?, wasted = wasted + ?, "
                         "held = held + ? WHERE date = ? AND slot = ? AND dish = ?")
                      .with(m.planned, m.restocked, m.found, m.oversold, m.sold, m.returned, m.wasted, m.held,
                            key.meal.date, key.meal.slot, key.dish)
                      .run();
    if (changed > 0) return;
    db_.query(
           "INSERT INTO stock (date, slot, dish, planned, restocked, found, oversold, sold, returned, wasted, held) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .with(key.meal.date, key.meal.slot, key.dish, m.planned, m.restocked, m.found, m.oversold, m.sold, m.returned,
              m.wasted, m.held)
        .run();
}

void StockTable::write_sold_out(const StockKey& key, std::optional<Timestamp> since) {
    db_.query("UPDATE stock SET sold_out_since = ? WHERE date = ? AND slot = ? AND dish = ?")
        .with(since, key.meal.date, key.meal.slot, key.dish)
        .run();
}

std::vector<std::pair<StockKey, StockRow>> StockTable::of_meal(Meal meal) {
    std::vector<std::pair<StockKey, StockRow>> stock;
    auto rows = db_.query(
        "SELECT dish, planned, restocked, found, oversold, sold, returned, wasted, held, "
        "sold_out_since FROM stock WHERE date = ? AND slot = ?");
    rows.with(meal.date, meal.slot);
    while (rows.next()) {
        StockRow row{rows.number(1), rows.number(2), rows.number(3),
                     rows.number(4), rows.number(5), rows.number(6),
                     rows.number(7), rows.number(8), {}};
        if (!rows.is_null(9)) row.sold_out_since = rows.time(9);
        stock.emplace_back(StockKey{meal, {rows.as<std::uint32_t>(0)}}, row);
    }
    return stock;
}

}  // namespace canteen
