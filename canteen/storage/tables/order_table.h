// Orders with their lines, shares, tenders and tickets: columns for reports, and the whole as a body, so that a loaded
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

    // Each within a transaction. A placed order must be new, or take the place of a hold that expired: else StoreError.
    void save_placed(const Order& order);
    // In the place of one whose end was just applied.
    void save_replaced(const Order& order);
    // Of an order that is there: its lines and shares are as they were.
    void save_changed(const Order& order);

    // The same, but payers bear less of it.
    void save_refunded(const Order& order);

    std::optional<Order> find(OrderId id);
    std::optional<OrderId> find_pickup(const PickupKey& key);
    // Of the member, of this date on, the oldest first; at most `most`.
    std::vector<OrderId> of_member(MemberId member, Date from, std::size_t most);
    // All of the member, the oldest first.
    std::vector<OrderId> of_member(MemberId member);
    // Held or ready, or placed for a meal of this date on.
    std::vector<Order> open_orders(Date from);
    // Of this date on.
    std::vector<Ticket> tickets(Date from);

private:
    // False if there is one of its id.
    bool insert_columns(const Order& order);
    void update_columns(const Order& order);
    int write_columns(Sql sql, const Order& order);
    void insert_parts(const Order& order);
    void delete_parts(OrderId id);
    bool has_expired(OrderId id);
    void insert_shares(const Order& order);
    void save_tenders(const Order& order);
    void save_ticket(const Order& order);

    Connection& db_;
    const Codec& codec_;
};

}  // namespace canteen
