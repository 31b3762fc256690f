// Keeps and sums the money that this till put on members' accounts. A top-up that the server refused counts no more.
#include "pos-client/outbox/outbox.h"
#include "pos-client/outbox/rows.h"

namespace canteen::till {
namespace {

constexpr const char* select_top_ups =
    "SELECT coalesce(sum(used), 0) FROM own_uses u JOIN entries e ON e.order_id = u.order_id AND e.kind = ?1 WHERE ";

Fen sum_of(SQLite::Statement& row) {
    row.executeStep();
    return {row.getColumn(0).getInt64()};
}

}  // namespace

void Outbox::insert_top_up(OrderId fact, const OwnTopUp& top_up) {
    SQLite::Statement insert(db_, "INSERT INTO own_uses VALUES (?, ?, '', ?, ?, ?)");
    bind_bytes(insert, 1, fact.bytes);
    bind_bytes(insert, 2, top_up.member.bytes);
    insert.bind(3, top_up.without_server ? top_up_without_server_kind : top_up_kind);
    insert.bind(4, period_of(UseKind::meal_eaten, top_up.meal));
    insert.bind(5, top_up.fen.value);
    insert.exec();
}

Fen Outbox::own_top_ups(MemberId member, Seq shown) const {
    SQLite::Statement row(db_, std::string(select_top_ups) +
                                   "u.member = ?2 AND u.kind IN (?3, ?4) "
                                   "AND (e.state = 1 OR (e.state = ?5 AND e.committed_seq > ?6))");
    bind_enums(row, 1, EntryKind::top_up);
    bind_bytes(row, 2, member.bytes);
    row.bind(3, top_up_kind);
    row.bind(4, top_up_without_server_kind);
    bind_enums(row, 5, EntryState::committed);
    row.bind(6, static_cast<std::int64_t>(shown));
    return sum_of(row);
}

Fen Outbox::topped_up_without_server(Meal meal) const {
    SQLite::Statement row(db_, std::string(select_top_ups) + "u.kind = ?2 AND u.period = ?3 AND e.state <> ?4");
    bind_enums(row, 1, EntryKind::top_up);
    row.bind(2, top_up_without_server_kind);
    row.bind(3, period_of(UseKind::meal_eaten, meal));
    bind_enums(row, 4, EntryState::refused);
    return sum_of(row);
}

}  // namespace canteen::till
