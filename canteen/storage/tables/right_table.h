// Keeps how much of each member's rights is used up: live uses only. A right that is used twice fails the transaction.
// Thread of the connection.
#pragma once

#include <utility>
#include <vector>

#include "canteen/domain/state/canteen.h"
#include "canteen/sqlite/connection.h"

namespace canteen {

class RightTable {
public:
    explicit RightTable(Connection& db) : db_(db) {}

    // A nil order means: used up before this system. Within a transaction.
    void use(OrderId order, const UsedRight& right);
    void free(OrderId order, const UsedRight& right);
    void dispute(Seq seq, std::size_t place, OrderId order, const UseKey& key);

    // Adds the scope's uses to the state. Leaves those of an earlier scope as the state has them: they may have changed
    // since.
    void load(const UseScope& scope, Canteen& state);
    // Returns how much of the member's rights and of the budgets a meal finds used up: by all orders, or only by those
    // of earlier meals, as when the meal began. `records` are the member's own, then those merged into it.
    Uses found_by(const std::vector<MemberId>& records, Meal meal, bool by_earlier_meals);
    // Lists uses in periods that reach this date or later: a count of meals, or fen of a quota.
    std::vector<std::pair<UseKey, std::int64_t>> from(Date date);

private:
    void load_counts(MemberId member, UseKind kind, std::int32_t period, Canteen& state);
    void load_amounts(MemberId member, UseKind kind, std::int32_t period, Canteen& state);

    Connection& db_;
};

}  // namespace canteen
