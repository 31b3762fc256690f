// Counts what is left of every dish, for the screens. Owned by the I/O thread.
#pragma once

#include <map>
#include <vector>

#include "canteen/app/message.h"
#include "canteen/domain/model/event.h"

namespace canteen {

using StockRows = std::map<StockKey, StockRow>;

class StockBoard {
public:
    explicit StockBoard(StockRows rows) : rows_(std::move(rows)) {}

    // The dishes whose count the event made or moved.
    std::vector<StockKey> apply(const Event& event);
    PortionsLeft left_of(const StockKey& key) const;
    // Every dish of the meals from..to, both included.
    std::vector<PortionsLeft> left_on(Date from, Date to) const;
    void forget_before(Date date);

private:
    StockRows rows_;
};

}  // namespace canteen
