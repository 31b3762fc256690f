#include "canteen/storage/right_table.h"

#include <set>

#include "canteen/app/store.h"

namespace canteen {
namespace {

using Period = std::pair<UseKind, std::int32_t>;

// All periods a meal of the date falls in.
std::set<Period> periods_of(Date date) {
    std::set<Period> periods;
    for (auto slot : meal_slots) {
        for (auto kind :
             {UseKind::per_slot, UseKind::per_day, UseKind::per_week, UseKind::meal_eaten, UseKind::quota_month}) {
            periods.emplace(kind, period_of(kind, {date, slot}));
        }
    }
    return periods;
}

}  // namespace

// Ordinal 0 is an amount of a quota.
void RightTable::use(OrderId order, const UsedRight& right) {
    const auto& key = right.key;
    if (right.ordinal == 0) {
        db_.query(
               "INSERT INTO amount_use (member, kind, period, scheme, order_id, fen) VALUES (?, ?, ?, ?, ?, ?) "
               "ON CONFLICT (member, kind, period, scheme, order_id) DO UPDATE SET fen = fen + excluded.fen")
            .with(key.member, key.kind, key.period, key.scheme, order, right.fen)
            .run();
        return;
    }
    db_.query("INSERT INTO right_use (member, kind, period, scheme, ordinal, order_id) VALUES (?, ?, ?, ?, ?, ?)")
        .with(key.member, key.kind, key.period, key.scheme, right.ordinal, order)
        .run();
}

void RightTable::free(OrderId order, const UsedRight& right) {
    const auto& key = right.key;
    int changed = 0;
    if (right.ordinal == 0) {
        changed = db_.query(
                         "UPDATE amount_use SET fen = fen - ? WHERE member = ? AND kind = ? AND period = ? AND "
                         "scheme = ? AND order_id = ?")
                      .with(right.fen, key.member, key.kind, key.period, key.scheme, order)
                      .run();
        db_.query(
               "DELETE FROM amount_use WHERE member = ? AND kind = ? AND period = ? AND scheme = ? AND "
               "order_id = ? AND fen = 0")
            .with(key.member, key.kind, key.period, key.scheme, order)
            .run();
    } else {
        changed = db_.query(
                         "DELETE FROM right_use WHERE member = ? AND kind = ? AND period = ? AND scheme = ? AND "
                         "ordinal = ? AND order_id = ?")
                      .with(key.member, key.kind, key.period, key.scheme, right.ordinal, order)
                      .run();
    }
    if (changed == 0) throw StoreError("a right that was not used is to be freed");
}

void RightTable::dispute(Seq seq, std::size_t place, OrderId order, const UseKey& key) {
    db_.query(
           "INSERT INTO right_dispute (seq, place, order_id, member, kind, period, scheme) "
           "VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(seq, place, order, key.member, key.kind, key.period, key.scheme)
        .run();
}

void RightTable::load(const UseScope& scope, Canteen& state) {
    auto wanted = periods_of(scope.date);
    for (auto known = state.use_scopes.lower_bound({scope.member, Date{INT32_MIN}});
         known != state.use_scopes.end() && known->member == scope.member; ++known) {
        for (const auto& period : periods_of(known->date)) wanted.erase(period);
    }
    for (const auto& [kind, period] : wanted) {
        load_counts(scope.member, kind, period, state);
        load_amounts(scope.member, kind, period, state);
    }
    state.use_scopes.insert(scope);
}

void RightTable::load_counts(MemberId member, UseKind kind, std::int32_t period, Canteen& state) {
    auto rows = db_.query("SELECT scheme, ordinal FROM right_use WHERE member = ? AND kind = ? AND period = ?");
    rows.with(member, kind, period);
    while (rows.next()) state.uses[{member, rows.text(0), kind, period}].ordinals.insert(rows.as<std::uint32_t>(1));
}

void RightTable::load_amounts(MemberId member, UseKind kind, std::int32_t period, Canteen& state) {
    auto rows = db_.query(
        "SELECT scheme, sum(fen) FROM amount_use WHERE member = ? AND kind = ? AND period = ? "
        "GROUP BY scheme");
    rows.with(member, kind, period);
    while (rows.next()) state.uses[{member, rows.text(0), kind, period}].fen += rows.fen(1);
}

std::vector<std::pair<UseKey, std::int64_t>> RightTable::from(Date date) {
    std::vector<std::pair<UseKey, std::int64_t>> uses;
    for (auto kind :
         {UseKind::per_slot, UseKind::per_day, UseKind::per_week, UseKind::meal_eaten, UseKind::quota_month}) {
        auto first = period_of(kind, {date, MealSlot::breakfast});
        auto rows = db_.query(
            "SELECT member, scheme, period, count(*) FROM right_use WHERE kind = ?1 AND period >= ?2 "
            "GROUP BY member, scheme, period "
            "UNION ALL SELECT member, scheme, period, sum(fen) FROM amount_use "
            "WHERE kind = ?1 AND period >= ?2 GROUP BY member, scheme, period");
        rows.with(kind, first);
        while (rows.next()) {
            uses.emplace_back(UseKey{rows.id<MemberId>(0), rows.text(1), kind, rows.as<std::int32_t>(2)},
                              rows.number(3));
        }
    }
    return uses;
}

}  // namespace canteen
