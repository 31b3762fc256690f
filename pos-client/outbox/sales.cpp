// What the outbox knows of orders: their state, the rights they use, and what the cashier should look at.
#include "canteen/crypto/hash.h"
#include "pos-client/outbox/outbox.h"
#include "pos-client/outbox/rows.h"

namespace canteen::till {
namespace {

// How a statement begins whose rows order_of_row() reads.
constexpr const char* select_orders = "SELECT order_id, state, pickup, sold_at_ms FROM orders ";

std::optional<KeptOrder> order_of_row(SQLite::Statement& row) {
    if (!row.executeStep()) return std::nullopt;
    KeptOrder order;
    order.id = {array_of<16>(row.getColumn(0))};
    order.state = static_cast<SaleState>(row.getColumn(1).getInt());
    order.pickup = row.getColumn(2).getString();
    order.sold_at = {row.getColumn(3).getInt64()};
    return order;
}

// True for own uses `u` whose order `o` stands and is not in the server's counts as of a row.
constexpr const char* stands_and_is_not_shown =
    "o.state IN (?2, ?3) AND EXISTS (SELECT 1 FROM entries e WHERE e.order_id = u.order_id AND e.kind IN (?4, ?5) "
    "AND (e.state = 1 OR (e.state = ?6 AND e.committed_seq > ?7)))";

void bind_shown(SQLite::Statement& row, Seq shown) {
    bind_enums(row, 2, SaleState::asked, SaleState::sold, EntryKind::ask, EntryKind::statement, EntryState::committed);
    row.bind(7, static_cast<std::int64_t>(shown));
}

}  // namespace

std::optional<KeptOrder> Outbox::order(OrderId id) const {
    SQLite::Statement row(db_, std::string(select_orders) + "WHERE order_id = ?");
    bind_bytes(row, 1, id.bytes);
    return order_of_row(row);
}

std::vector<KeptOrder> Outbox::orders(const OrderFilter& filter) const {
    SQLite::Statement row(db_, std::string(select_orders) +
                                   "WHERE (?1 = '' OR pickup = ?1) AND sold_at_ms >= ?2 ORDER BY sold_at_ms DESC "
                                   "LIMIT ?3");
    row.bind(1, filter.pickup);
    row.bind(2, filter.since.ms);
    row.bind(3, static_cast<std::int64_t>(filter.most));
    std::vector<KeptOrder> orders;
    while (auto order = order_of_row(row)) orders.push_back(*order);
    return orders;
}

std::optional<Entry> Outbox::sale_of(OrderId order) const {
    SQLite::Statement row(
        db_, std::string(select_entries) + "WHERE order_id = ? AND kind IN (?, ?) ORDER BY device_seq DESC LIMIT 1");
    bind_bytes(row, 1, order.bytes);
    bind_enums(row, 2, EntryKind::ask, EntryKind::statement);
    if (!row.executeStep()) return std::nullopt;
    return entry_of_row(row);
}

std::vector<Entry> Outbox::entries_of(OrderId order, EntryKind kind) const {
    SQLite::Statement row(db_, std::string(select_entries) + "WHERE order_id = ? AND kind = ? ORDER BY device_seq");
    bind_bytes(row, 1, order.bytes);
    bind_enums(row, 2, kind);
    std::vector<Entry> entries;
    while (row.executeStep()) entries.push_back(entry_of_row(row));
    return entries;
}

std::optional<Entry> Outbox::first_of(OrderId order) const {
    SQLite::Statement row(db_, std::string(select_entries) + "WHERE order_id = ? ORDER BY device_seq LIMIT 1");
    bind_bytes(row, 1, order.bytes);
    if (!row.executeStep()) return std::nullopt;
    return entry_of_row(row);
}

void Outbox::set_state(OrderId id, SaleState state) {
    SQLite::Statement update(db_, "UPDATE orders SET state = ?1 WHERE order_id = ?2 AND state <> ?1");
    update.bind(1, static_cast<int>(state));
    bind_bytes(update, 2, id.bytes);
    update.exec();
}

bool Outbox::has_statement(OrderId order) const {
    return has_entry(order, EntryKind::statement);
}

bool Outbox::has_cancellation(OrderId order) const {
    return has_entry(order, EntryKind::cancellation);
}

bool Outbox::has_entry(OrderId order, EntryKind kind) const {
    SQLite::Statement row(db_, "SELECT 1 FROM entries WHERE order_id = ? AND kind = ?");
    bind_bytes(row, 1, order.bytes);
    bind_enums(row, 2, kind);
    return row.executeStep();
}

bool Outbox::is_with_server(OrderId order) const {
    SQLite::Statement row(db_, "SELECT 1 FROM entries WHERE order_id = ? AND kind IN (?, ?) AND state = ?");
    bind_bytes(row, 1, order.bytes);
    bind_enums(row, 2, EntryKind::ask, EntryKind::statement, EntryState::committed);
    return row.executeStep();
}

std::string Outbox::answer_of(std::uint64_t device_seq) const {
    SQLite::Statement row(db_, "SELECT answer FROM entries WHERE device_seq = ?");
    row.bind(1, static_cast<std::int64_t>(device_seq));
    return row.executeStep() ? bytes_of(row.getColumn(0)) : "";
}

bool Outbox::was_committed(std::uint64_t device_seq) const {
    SQLite::Statement row(db_, "SELECT 1 FROM entries WHERE device_seq = ? AND committed_seq > 0");
    row.bind(1, static_cast<std::int64_t>(device_seq));
    return row.executeStep();
}

Uses Outbox::own_uses(MemberId member, Seq shown) const {
    Uses uses;
    SQLite::Statement row(
        db_,
        "SELECT scheme, u.kind, period, sum(used) FROM own_uses u "
        "JOIN orders o ON o.order_id = u.order_id WHERE member IN (?1, zeroblob(16)) AND u.kind < 100 "
        "AND " +
            std::string(stands_and_is_not_shown) + " GROUP BY member, scheme, u.kind, period");
    bind_bytes(row, 1, member.bytes);
    bind_shown(row, shown);
    while (row.executeStep()) {
        const auto kind = static_cast<UseKind>(row.getColumn(1).getInt());
        const UseKey key{is_budget(kind) ? MemberId{} : member, row.getColumn(0).getString(), kind,
                         row.getColumn(2).getInt()};
        uses[key] = row.getColumn(3).getInt64();
    }
    return uses;
}

Fen Outbox::own_spending(MemberId member, Seq shown) const {
    SQLite::Statement row(db_,
                          "SELECT coalesce(sum(used), 0) FROM own_uses u JOIN orders o ON o.order_id = u.order_id "
                          "WHERE member = ?1 AND u.kind = ?8 AND " +
                              std::string(stands_and_is_not_shown));
    bind_bytes(row, 1, member.bytes);
    bind_shown(row, shown);
    row.bind(8, spending_kind);
    row.executeStep();
    return {row.getColumn(0).getInt64()};
}

TakenFromAccounts Outbox::stated_from_accounts(Meal meal) const {
    SQLite::Statement row(
        db_,
        "SELECT count(*), coalesce(sum(used), 0) FROM own_uses u JOIN orders o ON o.order_id = u.order_id "
        "WHERE u.kind = ? AND period = ? AND o.state = ? AND EXISTS (SELECT 1 FROM entries e "
        "WHERE e.order_id = u.order_id AND e.kind = ?)");
    row.bind(1, spending_kind);
    row.bind(2, period_of(UseKind::meal_eaten, meal));
    bind_enums(row, 3, SaleState::sold, EntryKind::statement);
    row.executeStep();
    return {row.getColumn(0).getUInt(), {row.getColumn(1).getInt64()}};
}

std::size_t Outbox::queued_count() const {
    SQLite::Statement row(db_, "SELECT count(*) FROM entries WHERE state = 1");
    row.executeStep();
    return static_cast<std::size_t>(row.getColumn(0).getInt64());
}

std::vector<Entry> Outbox::queued(std::size_t limit) const {
    std::vector<Entry> entries;
    SQLite::Statement row(db_, std::string(select_entries) + "WHERE state = 1 ORDER BY device_seq LIMIT ?");
    row.bind(1, static_cast<std::int64_t>(limit));
    while (row.executeStep()) entries.push_back(entry_of_row(row));
    return entries;
}

std::vector<Notice> Outbox::notices() const {
    std::vector<Notice> notices;
    SQLite::Statement row(db_,
                          "SELECT device_seq, e.order_id, coalesce(pickup, ''), answer FROM entries e "
                          "LEFT JOIN orders o ON o.order_id = e.order_id WHERE notice = 1 ORDER BY device_seq");
    while (row.executeStep()) {
        notices.push_back({static_cast<std::uint64_t>(row.getColumn(0).getInt64()),
                           {array_of<16>(row.getColumn(1))},
                           row.getColumn(2).getString(),
                           bytes_of(row.getColumn(3))});
    }
    return notices;
}

}  // namespace canteen::till
