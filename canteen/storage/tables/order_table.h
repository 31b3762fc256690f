// Keeps orders, one row each: columns and parts (order_parts.h) for reports, and the whole as a body, so that a loaded
// order equals the one that was applied. Thread of the connection.
#pragma once

#include <optional>
#include <vector>

#include "canteen/app/codec.h"
#include "canteen/domain/state/canteen.h"
#include "canteen/sqlite/connection.h"

namespace canteen {

class OrderTable {
public:
    OrderTable(Connection& db, const Codec& codec) : db_(db), codec_(codec) {}

    // Throws StoreError unless the order is new or takes the place of a hold that expired. Both saves run within a
    // transaction.
    void save_placed(const Order& order);
    // Replaces what is kept of the order.
    void save_changed(const Order& order);

    std::optional<Order> find(OrderId id);
    std::optional<OrderId> find_pickup(const PickupKey& key);
    // Returns the member's orders from this date on, the oldest first; at most `most`.
    std::vector<OrderId> of_member(MemberId member, Date from, std::size_t most);
    // Returns all the member's orders, the oldest first.
    std::vector<OrderId> of_member(MemberId member);
    // Returns orders that are held or ready, or placed for a meal of this date or later.
    std::vector<Order> open_orders(Date from);
    // Returns tickets from this date on.
    std::vector<Ticket> tickets(Date from);

private:
    bool has_expired(OrderId id);
    // Binds all columns in the order in which both statements name them; returns how many rows changed.
    int write(Sql sql, const Order& order);

    Connection& db_;
    const Codec& codec_;
};

}  // namespace canteen
