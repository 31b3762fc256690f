#include "canteen/storage/tables/shift_table.h"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace canteen {
namespace {

// [[face, count], ...]
std::string notes_text(const CashCount& count) {
    boost::json::array notes;
    for (const auto& [note, many] : count.notes) notes.emplace_back(boost::json::array{note.value, many});
    return boost::json::serialize(notes);
}

CashCount count_of(Fen fen, const std::string& text) {
    CashCount count{fen, {}};
    const auto notes = boost::json::parse(text);
    for (const auto& note : notes.as_array())
        count.notes.push_back({Fen{note.at(0).to_number<std::int64_t>()}, note.at(1).to_number<std::uint32_t>()});
    return count;
}

// Reads id, till, cashier, opened_ms, opening_fen, opening, is_open, closed_ms, counted_fen, counted, expected_fen,
// open_orders.
Shift shift_of_row(const SqlQuery& row) {
    Shift shift{row.id<ShiftId>(0),
                row.id<DeviceId>(1),
                row.id<StaffId>(2),
                row.time(3),
                count_of(row.fen(4), row.text(5)),
                row.number(6) != 0,
                {}};
    if (!row.is_null(7))
        shift.closing =
            ShiftClosing{row.time(7), count_of(row.fen(8), row.text(9)), row.fen(10), row.as<std::uint32_t>(11)};
    return shift;
}

}  // namespace

void ShiftTable::open(const Shift& shift) {
    const auto notes = notes_text(shift.opening);
    db_.query("UPDATE shift SET is_open = 0 WHERE till = ? AND is_open = 1").with(shift.till).run();
    db_.query(
           "INSERT INTO shift (id, till, cashier, opened_ms, opening_fen, opening, is_open) VALUES (?, ?, ?, ?, ?, ?, "
           "1)")
        .with(shift.id, shift.till, unless_nil(shift.cashier), shift.opened_at, shift.opening.fen, notes)
        .run();
}

// One that nobody opened has its closing alone.
void ShiftTable::close(const ShiftClosed& closed) {
    const auto& closing = closed.closing;
    const auto notes = notes_text(closing.counted);
    db_.query(
           "INSERT INTO shift (id, till, opened_ms, opening_fen, is_open, closed_ms, counted_fen, counted, "
           "expected_fen, open_orders) VALUES (?1, ?2, ?3, 0, 0, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET "
           "is_open = 0, closed_ms = excluded.closed_ms, counted_fen = excluded.counted_fen, counted = "
           "excluded.counted, expected_fen = excluded.expected_fen, open_orders = excluded.open_orders")
        .with(closed.shift, closed.till, closing.at, closing.counted.fen, notes, closing.expected, closing.open_orders)
        .run();
}

void ShiftTable::move(const DrawerMove& move) {
    db_.query("INSERT INTO drawer_move (id, shift, till, kind, fen, reason, time_ms) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(move.id, unless_nil(move.shift), move.till, move.kind, move.fen, move.reason, move.at)
        .run();
}

void ShiftTable::state(FactId fact, Seq seq) {
    db_.query("INSERT INTO stated_fact (id, seq) VALUES (?, ?)").with(fact, seq).run();
}

void ShiftTable::post(ShiftId shift, const std::vector<Posting>& postings) {
    for (const auto& posting : postings) posted_[{shift, posting.account}] += posting.fen;
}

void ShiftTable::flush() {
    auto add = db_.query(
        "INSERT INTO shift_sum (shift, kind, owner, fen) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (shift, kind, owner) DO UPDATE SET fen = fen + excluded.fen");
    for (const auto& [key, fen] : posted_) {
        add.with(key.first, key.second.kind, key.second.owner, fen).run();
        add.reset();
    }
    clear();
}

std::optional<Shift> ShiftTable::find(ShiftId id) {
    auto row = db_.query(
        "SELECT id, till, cashier, opened_ms, opening_fen, opening, is_open, closed_ms, counted_fen, counted, "
        "expected_fen, open_orders FROM shift WHERE id = ?");
    row.with(id);
    if (!row.next()) return std::nullopt;
    return shift_of_row(row);
}

std::vector<Shift> ShiftTable::open() {
    std::vector<Shift> shifts;
    auto rows = db_.query(
        "SELECT id, till, cashier, opened_ms, opening_fen, opening, is_open, closed_ms, counted_fen, counted, "
        "expected_fen, open_orders FROM shift WHERE is_open = 1");
    while (rows.next()) shifts.push_back(shift_of_row(rows));
    return shifts;
}

std::vector<Shift> ShiftTable::opened_between(Timestamp from, Timestamp until) {
    std::vector<Shift> shifts;
    auto rows = db_.query(
        "SELECT id, till, cashier, opened_ms, opening_fen, opening, is_open, closed_ms, counted_fen, counted, "
        "expected_fen, open_orders FROM shift WHERE opened_ms >= ? AND opened_ms < ? ORDER BY opened_ms, id");
    rows.with(from, until);
    while (rows.next()) shifts.push_back(shift_of_row(rows));
    return shifts;
}

bool ShiftTable::is_stated(FactId fact) {
    auto row = db_.query("SELECT 1 FROM stated_fact WHERE id = ?");
    row.with(fact);
    return row.next();
}

std::vector<Posting> ShiftTable::sums_of(ShiftId shift) {
    std::vector<Posting> sums;
    auto rows = db_.query("SELECT kind, owner, fen FROM shift_sum WHERE shift = ? AND fen <> 0 ORDER BY kind, owner");
    rows.with(shift);
    while (rows.next()) sums.push_back({{rows.as<AccountKind>(0), rows.text(1)}, rows.fen(2)});
    return sums;
}

std::vector<DrawerMove> ShiftTable::moves_of(ShiftId shift) {
    std::vector<DrawerMove> moves;
    auto rows = db_.query(
        "SELECT id, shift, till, kind, fen, reason, time_ms FROM drawer_move WHERE shift = ? ORDER BY time_ms, id");
    rows.with(shift);
    while (rows.next())
        moves.push_back({rows.id<FactId>(0), rows.id<ShiftId>(1), rows.id<DeviceId>(2), rows.as<DrawerMoveKind>(3),
                         rows.fen(4), rows.text(5), rows.time(6)});
    return moves;
}

}  // namespace canteen
