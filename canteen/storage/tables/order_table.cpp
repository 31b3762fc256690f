#include "canteen/storage/tables/order_table.h"

#include "canteen/app/store.h"

namespace canteen {

void OrderTable::save_placed(const Order& order) {
    if (insert_columns(order)) return insert_parts(order);
    if (!has_expired(order.draft.id)) throw EntryError("an order is placed twice");
    save_replaced(order);
}

void OrderTable::save_replaced(const Order& order) {
    delete_parts(order.draft.id);
    update_columns(order);
    insert_parts(order);
}

void OrderTable::save_changed(const Order& order) {
    update_columns(order);
    save_tenders(order);
    save_ticket(order);
}

void OrderTable::save_refunded(const Order& order) {
    save_changed(order);
    db_.query("DELETE FROM order_share WHERE order_id = ?").with(order.draft.id).run();
    insert_shares(order);
}

bool OrderTable::has_expired(OrderId id) {
    auto row = db_.query("SELECT state FROM orders WHERE id = ?");
    row.with(id);
    return row.next() && row.as<OrderState>(0) == OrderState::expired;
}

bool OrderTable::insert_columns(const Order& order) {
    return write_columns(
               "INSERT INTO orders (device, member, date, slot, mode, origin, letters, pickup_count, state, paid, "
               "placed_ms, menu, food_fen, fee_fen, to_pay_fen, rounding_fen, body, id) "
               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
               order) == 1;
}

void OrderTable::update_columns(const Order& order) {
    write_columns(
        "UPDATE orders SET device = ?, member = ?, date = ?, slot = ?, mode = ?, origin = ?, letters = ?, "
        "pickup_count = ?, state = ?, paid = ?, placed_ms = ?, menu = ?, food_fen = ?, fee_fen = ?, "
        "to_pay_fen = ?, rounding_fen = ?, body = ? WHERE id = ?",
        order);
}

int OrderTable::write_columns(Sql sql, const Order& order) {
    const auto& draft = order.draft;
    const auto body = codec_.encode_order(order);
    return db_.query(sql)
        .with(order.device, unless_nil(draft.member), draft.meal.date, draft.meal.slot, draft.mode, draft.origin,
              draft.pickup.letters, draft.pickup.count, order.state, order.paid, order.placed_at, draft.menu,
              draft.shown.food, draft.shown.fee, draft.shown.to_pay, order.rounding, Blob{body}, draft.id)
        .run();
}

void OrderTable::insert_parts(const Order& order) {
    auto line_row = db_.query(
        "INSERT INTO order_line (order_id, line, dish, quantity, grams, fen) "
        "VALUES (?, ?, ?, ?, ?, ?)");
    for (const auto& line : order.draft.lines) {
        line_row.with(order.draft.id, line.id, line.dish, line.quantity, line.grams, line.amount).run();
        line_row.reset();
    }
    insert_shares(order);
    save_tenders(order);
    save_ticket(order);
}

void OrderTable::insert_shares(const Order& order) {
    auto share_row = db_.query(
        "INSERT INTO order_share (order_id, place, scheme, step, payer, fen) "
        "VALUES (?, ?, ?, ?, ?, ?)");
    std::int64_t place = 0;
    for (const auto& share : order.granted) {
        share_row.with(order.draft.id, place++, share.scheme, share.step, share.payer, share.fen).run();
        share_row.reset();
    }
}

void OrderTable::delete_parts(OrderId id) {
    db_.query("DELETE FROM order_line WHERE order_id = ?").with(id).run();
    db_.query("DELETE FROM order_share WHERE order_id = ?").with(id).run();
    db_.query("DELETE FROM order_tender WHERE order_id = ?").with(id).run();
    db_.query("DELETE FROM ticket WHERE order_id = ?").with(id).run();
}

// Paid once: tenders are added, never taken away.
void OrderTable::save_tenders(const Order& order) {
    auto insert = db_.query(
        "INSERT OR REPLACE INTO order_tender (order_id, place, kind, fen, reference) "
        "VALUES (?, ?, ?, ?, ?)");
    std::int64_t place = 0;
    for (const auto& tender : order.tenders) {
        insert.with(order.draft.id, place++, tender.kind, tender.amount, tender.reference).run();
        insert.reset();
    }
}

void OrderTable::save_ticket(const Order& order) {
    if (!order.ticket) return;
    const auto& ticket = *order.ticket;
    db_.query(
           "INSERT INTO ticket (order_id, date, slot, due_ms, ready_ms, state, seen) VALUES (?, ?, ?, ?, ?, ?, ?) "
           "ON CONFLICT (order_id) DO UPDATE SET date = excluded.date, slot = excluded.slot, "
           "due_ms = excluded.due_ms, ready_ms = excluded.ready_ms, state = excluded.state, seen = excluded.seen")
        .with(order.draft.id, ticket.meal.date, ticket.meal.slot, ticket.due, ticket.ready_at, ticket.state,
              ticket.cancel_seen)
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
    // The index of open orders serves a statement only if that names its bound as a number.
    static_assert(static_cast<int>(OrderState::ready) == 3 && static_cast<int>(OrderState::handed_over) == 4);
    auto rows = db_.query("SELECT body FROM orders WHERE state <= 3 AND (state <> ? OR date >= ?)");
    rows.with(OrderState::placed, from);
    while (rows.next()) orders.push_back(codec_.decode_order(rows.view(0)));
    return orders;
}

std::vector<Ticket> OrderTable::tickets(Date from) {
    std::vector<Ticket> tickets;
    auto rows =
        db_.query("SELECT o.body FROM orders o JOIN ticket t ON o.id = t.order_id WHERE t.date >= ? ORDER BY o.id");
    rows.with(from);
    while (rows.next()) {
        auto order = codec_.decode_order(rows.view(0));
        if (order.ticket) tickets.push_back(std::move(*order.ticket));
    }
    return tickets;
}

}  // namespace canteen
