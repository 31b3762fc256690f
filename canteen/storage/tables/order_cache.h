// Holds the orders a batch touches. The domain's own apply() changes them, so that disk and memory cannot differ, and
// each is written once a batch. Thread of the connection.
#pragma once

#include <map>

#include "canteen/storage/tables/order_table.h"

namespace canteen {

class OrderCache {
public:
    explicit OrderCache(OrderTable& table) : table_(table) {}

    // Applies the event to the order it names, loading an order of an earlier batch first.
    void change(OrderId id, const Event& event);
    // Applies the event that itself brings the order.
    void place(const Order& order, const Event& event);
    // Writes what was changed and forgets it.
    void flush();
    void clear();

private:
    enum class Saving { placed, changed };

    OrderTable& table_;
    Canteen scratch_;
    std::map<OrderId, Saving> touched_;  // ordered, so that rows of one batch lie side by side
};

// Puts a loaded order into the state, and into the state's indexes by time.
void put_loaded(Canteen& state, Order order);

}  // namespace canteen
