#include "canteen/storage/tables/order_table.h"

#include "canteen/app/store.h"
#include "canteen/storage/tables/order_parts.h"

namespace canteen {
namespace {

// A ticket's columns, all empty for an order for which nothing is cooked.
struct TicketColumns {
    explicit TicketColumns(const std::optional<Ticket>& ticket) {
        if (!ticket) return;
        due = ticket->due;
        ready_at = ticket->ready_at;
        state = ticket->state;
        seen = ticket->cancel_seen;
    }
    std::optional<Timestamp> due, ready_at;
    std::optional<TicketState> state;
    std::optional<bool> seen;
};

}  // namespace

void OrderTable::save_placed(const Order& order) {
    const auto added = write(
        "INSERT INTO orders (device, member, date, slot, mode, origin, letters, pickup_count, state, paid, placed_ms, "
        "menu, food_fen, fee_fen, to_pay_fen, rounding_fen, body, lines, shares, tenders, due_ms, ready_ms, "
        "ticket_state, ticket_seen, shift, id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO "
        "NOTHING",
        order);
    if (added == 1) return;
    if (!has_expired(order.draft.id)) throw EntryError("an order is placed twice");
    save_changed(order);
}

void OrderTable::save_changed(const Order& order) {
    write(
        "UPDATE orders SET device = ?, member = ?, date = ?, slot = ?, mode = ?, origin = ?, letters = ?, "
        "pickup_count = ?, state = ?, paid = ?, placed_ms = ?, menu = ?, food_fen = ?, fee_fen = ?, "
        "to_pay_fen = ?, rounding_fen = ?, body = ?, lines = ?, shares = ?, tenders = ?, due_ms = ?, ready_ms = ?, "
        "ticket_state = ?, ticket_seen = ?, shift = ? WHERE id = ?",
        order);
}

bool OrderTable::has_expired(OrderId id) {
    auto row = db_.query("SELECT state FROM orders WHERE id = ?");
    row.with(id);
    return row.next() && row.as<OrderState>(0) == OrderState::expired;
}

int OrderTable::write(Sql sql, const Order& order) {
    const auto& draft = order.draft;
    const auto body = codec_.encode_order(order);
    const auto lines = lines_text(order), shares = shares_text(order), tenders = tenders_text(order);
    const TicketColumns ticket(order.ticket);
    return db_.query(sql)
        .with(order.device, unless_nil(draft.member), draft.meal.date, draft.meal.slot, draft.mode, draft.origin,
              draft.pickup.letters, draft.pickup.count, order.state, order.paid, order.placed_at, draft.menu,
              draft.shown.food, draft.shown.fee, draft.shown.to_pay, order.rounding, Blob{body}, lines, shares, tenders,
              ticket.due, ticket.ready_at, ticket.state, ticket.seen, unless_nil(order.shift), draft.id)
        .run();
}

std::optional<Order> OrderTable::find(OrderId id) {
    auto row = db_.query("SELECT body FROM orders WHERE id = ?");
    row.with(id);
    if (!row.next()) return std::nullopt;
    return codec_.decode_order(row.view(0));
}

std::optional<OrderId> OrderTable::find_pickup(const PickupKey& key) {
    auto row = db_.query("SELECT id FROM orders WHERE date = ? AND letters = ? AND pickup_count = ? AND letters <> ''");
    row.with(key.date, key.number.letters, key.number.count);
    if (!row.next()) return std::nullopt;
    return row.id<OrderId>(0);
}

std::vector<OrderId> OrderTable::of_member(MemberId member, Date from, std::size_t most) {
    std::vector<OrderId> ids;
    auto rows = db_.query("SELECT id FROM orders WHERE member = ? AND date >= ? ORDER BY date, id LIMIT ?");
    rows.with(member, from, most);
    while (rows.next()) ids.push_back(rows.id<OrderId>(0));
    return ids;
}

std::vector<OrderId> OrderTable::of_member(MemberId member) {
    std::vector<OrderId> ids;
    auto rows = db_.query("SELECT id FROM orders WHERE member = ? ORDER BY date, id");
    rows.with(member);
    while (rows.next()) ids.push_back(rows.id<OrderId>(0));
    return ids;
}

std::vector<Order> OrderTable::open_orders(Date from) {
    std::vector<Order> orders;
    // The index of orders that must end serves a statement only if it gives the states as numbers.
    static_assert(static_cast<int>(OrderState::held) == 1 && static_cast<int>(OrderState::ready) == 3);
    auto rows = db_.query(
        "SELECT o.body FROM (SELECT id FROM orders WHERE state IN (1, 3) "
        "UNION ALL SELECT id FROM orders WHERE date >= ?1 AND letters <> '' AND state = ?2 "
        "UNION ALL SELECT id FROM orders WHERE date >= ?1 AND letters = '' AND state = ?2) d "
        "JOIN orders o ON o.id = d.id");
    rows.with(from, OrderState::placed);
    while (rows.next()) orders.push_back(codec_.decode_order(rows.view(0)));
    return orders;
}

// Selects the tickets in two halves, each with an index of its own.
std::vector<Ticket> OrderTable::tickets(Date from) {
    std::vector<Ticket> tickets;
    auto rows = db_.query(
        "SELECT o.body FROM (SELECT id FROM orders WHERE date >= ?1 AND letters <> '' "
        "UNION ALL SELECT id FROM orders WHERE date >= ?1 AND letters = '') d JOIN orders o ON o.id = d.id "
        "WHERE o.ticket_state IS NOT NULL ORDER BY o.id");
    rows.with(from);
    while (rows.next()) {
        auto order = codec_.decode_order(rows.view(0));
        if (order.ticket) tickets.push_back(std::move(*order.ticket));
    }
    return tickets;
}

}  // namespace canteen
