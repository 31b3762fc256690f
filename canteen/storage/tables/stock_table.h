// Keeps the portions of each dish of each meal. Adds moves up and writes each row once a batch. Thread of the
// connection.
#pragma once

#include <map>
#include <vector>

#include "canteen/domain/state/canteen.h"
#include "canteen/sqlite/connection.h"

namespace canteen {

class StockTable {
public:
    explicit StockTable(Connection& db) : db_(db) {}

    void move(const StockMove& move) { moved_[move.key].move(move.kind, move.amount); }
    // No time means that the dish is back again.
    void set_sold_out(const StockKey& key, std::optional<Timestamp> since);
    // Writes what was gathered. Within a transaction.
    void flush();
    void clear();

    std::vector<std::pair<StockKey, StockRow>> of_meal(Meal meal);

private:
    void add(const StockKey& key, const StockRow& moves);
    void write_sold_out(const StockKey& key, std::optional<Timestamp> since);

    Connection& db_;
    std::map<StockKey, StockRow> moved_;
    std::map<StockKey, std::optional<Timestamp>> sold_out_;
};

}  // namespace canteen
