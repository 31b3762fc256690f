// Orders, one row each: columns and parts (order_parts.h) for reports, and the whole as a body, so that a loaded order
// equals the one that was applied. Thread of the connection.
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

    // Each within a transaction. A placed order must be new, or take the place of a hold that expired: else StoreError.
    void save_placed(const Order& order);
    // In the place of what is there of it.
    void save_changed(const Order& order);

    std::optional<Order> find(OrderId id);
    std::optional<OrderId> find_pickup(const PickupKey& key);
    // The member's, from this date on, the oldest first; at most `most`.
    std::vector<OrderId> of_member(MemberId member, Date from, std::size_t most);
    // All of the member, the oldest first.
    std::vector<OrderId> of_member(MemberId member);
    // Held or ready, or placed for a meal of this date on.
    std::vector<Order> open_orders(Date from);
    // From this date on.
    std::vector<Ticket> tickets(Date from);

private:
    bool has_expired(OrderId id);
    // Binds all columns in the order both statements name them; returns how many rows changed.
    int write(Sql sql, const Order& order);

    Connection& db_;
    const Codec& codec_;
};

}  // namespace canteen
