#include "canteen/storage/tables/right_table.h"

#include <set>

#include "canteen/app/store.h"

namespace canteen {
namespace {

using Period = std::pair<UseKind, std::int32_t>;

// Returns all periods of the scope in which a meal of its date falls.
std::set<Period> periods_of(const UseScope& scope) {
    std::set<Period> periods;
    const auto add = [&](UseKind kind) {
        for (auto slot : meal_slots) periods.emplace(kind, period_of(kind, {scope.date, slot}));
    };
    if (scope.member.is_nil()) {
        for (auto kind : budget_kinds) add(kind);
    } else {
        for (auto kind : member_use_kinds) add(kind);
    }
    return periods;
}

}  // namespace

// Ordinal 0 marks an amount of a quota.
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
    if (changed == 0) throw EntryError("a right that was not used is to be freed");
}

void RightTable::dispute(Seq seq, std::size_t place, OrderId order, const UseKey& key) {
    db_.query(
           "INSERT INTO right_dispute (seq, place, order_id, member, kind, period, scheme) "
           "VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(seq, place, order, key.member, key.kind, key.period, key.scheme)
        .run();
}

void RightTable::load(const UseScope& scope, Canteen& state) {
    auto wanted = periods_of(scope);
    for (auto known = state.use_scopes.lower_bound({scope.member, Date{INT32_MIN}});
         known != state.use_scopes.end() && known->member == scope.member; ++known) {
        for (const auto& period : periods_of(*known)) wanted.erase(period);
    }
    for (const auto& [kind, period] : wanted) {
        if (is_amount(kind)) {
            load_amounts(scope.member, kind, period, state);
        } else {
            load_counts(scope.member, kind, period, state);
        }
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

// Counts a use without an order as one from before all meals here.
Uses RightTable::found_by(const std::vector<MemberId>& records, Meal meal, bool by_earlier_meals) {
    constexpr auto counts =
        "SELECT r.scheme, count(*) FROM right_use r LEFT JOIN orders o ON o.id = r.order_id "
        "WHERE r.member = ?1 AND r.kind = ?2 AND r.period = ?3 "
        "AND (?4 = 0 OR o.id IS NULL OR o.date < ?5 OR (o.date = ?5 AND o.slot < ?6)) GROUP BY r.scheme";
    constexpr auto amounts =
        "SELECT r.scheme, sum(r.fen) FROM amount_use r LEFT JOIN orders o ON o.id = r.order_id "
        "WHERE r.member = ?1 AND r.kind = ?2 AND r.period = ?3 "
        "AND (?4 = 0 OR o.id IS NULL OR o.date < ?5 OR (o.date = ?5 AND o.slot < ?6)) GROUP BY r.scheme";
    Uses uses;
    std::vector<UseScope> scopes{{MemberId{}, meal.date}};
    for (const auto record : records) scopes.push_back({record, meal.date});
    for (const auto& scope : scopes) {
        const MemberId named = scope.member.is_nil() ? scope.member : records.front();
        for (const auto& [kind, period] : periods_of(scope)) {
            auto rows = is_amount(kind) ? db_.query(amounts) : db_.query(counts);
            rows.with(scope.member, kind, period, by_earlier_meals, meal.date, meal.slot);
            while (rows.next()) uses[UseKey{named, rows.text(0), kind, period}] += rows.number(1);
        }
    }
    return uses;
}

std::vector<std::pair<UseKey, std::int64_t>> RightTable::from(Date date) {
    std::vector<std::pair<UseKey, std::int64_t>> uses;
    std::vector<UseKind> kinds(member_use_kinds.begin(), member_use_kinds.end());
    kinds.insert(kinds.end(), budget_kinds.begin(), budget_kinds.end());
    for (auto kind : kinds) {
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
