#include "canteen/storage/readers/member_history.h"

#include "canteen/domain/ledger/wallet.h"
#include "canteen/storage/schema/journal.h"
#include "canteen/storage/schema/migrations.h"
#include "canteen/storage/schema/reading.h"
#include "canteen/storage/tables/ledger_table.h"
#include "canteen/storage/tables/order_table.h"
#include "canteen/storage/tables/points_table.h"

namespace canteen {
namespace {

class HistoryReader {
public:
    HistoryReader(Connection& db, const Codec& codec, MemberId member) : db_(db), codec_(codec), member_(member) {}

    MemberHistory read() {
        read_orders();
        read_account_moves();
        read_balances();
        read_points();
        read_uses();
        return std::move(history_);
    }

private:
    void read_orders();
    void read_account_moves();
    void read_account_moves(Seq first, Seq last, const std::string& owner);
    void read_balances();
    void read_points();
    void read_uses();

    Connection& db_;
    const Codec& codec_;
    MemberId member_;
    MemberHistory history_;
};

void HistoryReader::read_orders() {
    OrderTable orders(db_, codec_);
    for (auto id : orders.of_member(member_))
        if (auto order = orders.find(id)) history_.orders.push_back(std::move(*order));
}

void HistoryReader::read_account_moves() {
    auto owner = account_of(member_, AccountKind::member_principal).owner;
    auto head = Journal(db_).head().seq;
    for (Seq first = 1; first <= head; first += rows_per_slice)
        read_account_moves(first, std::min(head, first + rows_per_slice - 1), owner);
}

void HistoryReader::read_account_moves(Seq first, Seq last, const std::string& owner) {
    auto rows = db_.query(
        "SELECT p.seq, j.time_ms, p.order_id, p.kind, -p.fen FROM posting p JOIN journal j ON j.seq = p.seq "
        "WHERE p.seq BETWEEN ?1 AND ?2 AND p.kind IN (?3, ?4) AND p.owner = ?5 ORDER BY p.seq, p.place, p.line");
    rows.with(first, last, AccountKind::member_principal, AccountKind::member_bonus, owner);
    while (rows.next()) {
        history_.account_moves.push_back(
            {rows.as<Seq>(0), rows.time(1), rows.id<OrderId>(2), rows.as<AccountKind>(3), rows.fen(4)});
    }
}

void HistoryReader::read_balances() {
    LedgerTable ledger(db_);
    history_.principal = -ledger.balance(account_of(member_, AccountKind::member_principal));
    history_.bonus = -ledger.balance(account_of(member_, AccountKind::member_bonus));
}

void HistoryReader::read_points() {
    // The index of members' points serves a statement only if that names the kind as a number.
    static_assert(static_cast<int>(PointsAccountKind::member) == 1);
    PointsTable points(db_);
    history_.points = points.held_by(member_);
    history_.hours = points.hours_of(member_);
    auto rows = db_.query(
        "SELECT p.seq, j.time_ms, p.order_id, p.points FROM points_posting p JOIN journal j ON j.seq = p.seq "
        "WHERE p.member = ? AND p.kind = 1 ORDER BY p.seq, p.place, p.line");
    rows.with(member_);
    while (rows.next())
        history_.points_moves.push_back({rows.as<Seq>(0), rows.time(1), rows.id<OrderId>(2), rows.number(3)});
}

void HistoryReader::read_uses() {
    auto rows = db_.query(
        "SELECT scheme, kind, period, count(*) FROM right_use WHERE member = ?1 GROUP BY kind, period, scheme "
        "UNION ALL SELECT scheme, kind, period, sum(fen) FROM amount_use WHERE member = ?1 "
        "GROUP BY kind, period, scheme");
    rows.with(member_);
    while (rows.next()) {
        history_.uses.emplace_back(UseKey{member_, rows.text(0), rows.as<UseKind>(1), rows.as<std::int32_t>(2)},
                                   rows.number(3));
    }
}

}  // namespace

MemberHistory read_member_history(const std::filesystem::path& database, const Codec& codec, MemberId member) {
    return reading(database, [&] {
        Connection db(database, Connection::Mode::read_only);
        require_current_schema(db);
        return HistoryReader(db, codec, member).read();
    });
}

}  // namespace canteen
