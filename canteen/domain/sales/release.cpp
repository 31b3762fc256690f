#include "canteen/domain/sales/release.h"

#include <algorithm>
#include <map>

#include "canteen/domain/ledger/points_ledger.h"
#include "canteen/domain/order/open_ticket.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

// Wastes what was cooked, for it does not come back. Never more than the order took: a till's menu may have counted a
// dish otherwise.
void waste_cooked(Events& events, const Order& order) {
    std::map<DishId, std::int64_t> taken;
    for (const auto& move : order.consumed) taken[move.key.dish] += move.amount;
    for (const auto& [dish, cooked] : cooked_of(order)) {
        const auto amount = std::min(cooked, taken[dish]);
        taken[dish] -= amount;
        if (amount > 0) events.emplace_back(StockMoved{{{order.draft.meal, dish}, StockMoveKind::wasted, amount}});
    }
}

}  // namespace

void release(Events& events, const Canteen& state, const Order& order) {
    const OrderId id = order.draft.id;
    for (const auto& move : order.consumed) {
        stock_in(state, move.key);  // must be loaded: its count is about to change
        if (move.kind == StockMoveKind::held) {
            events.emplace_back(StockMoved{{move.key, StockMoveKind::held, -move.amount}});
        } else {
            events.emplace_back(StockMoved{{move.key, StockMoveKind::returned, move.amount}});
        }
    }
    waste_cooked(events, order);
    for (const auto& right : order.rights) {
        require_uses(state, {right.key.member, order.draft.meal.date});
        events.emplace_back(RightFreed{id, right});
    }
    if (!order.postings.empty()) events.emplace_back(LedgerPosted{id, reversal_of(order.postings)});
    give_points_back(events, order, order.points);
}

void give_points_back(Events& events, const Order& order, std::int64_t points) {
    auto postings = into_holding(order.draft.member, points, PointsAccountKind::spent);
    if (!postings.empty()) events.emplace_back(PointsPosted{order.draft.id, std::move(postings)});
}

}  // namespace canteen
