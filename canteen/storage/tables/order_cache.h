// The orders a batch touches: changed by the domain's own apply(), so that disk and memory cannot differ, and each
// written once a batch. Thread of the connection.
#pragma once

#include <map>

#include "canteen/storage/tables/order_table.h"

namespace canteen {

class OrderCache {
public:
    explicit OrderCache(OrderTable& table) : table_(table) {}

    // Makes the event part of the order it names; an order of an earlier batch is loaded first.
    void change(OrderId id, const Event& event);
    // The same for an order the event itself brings.
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

// Puts an order that was loaded into the state, with what finds it by time.
void put_loaded(Canteen& state, Order order);

}  // namespace canteen
