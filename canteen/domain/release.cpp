#include "canteen/domain/release.h"

#include "canteen/domain/loaded.h"
#include "canteen/domain/open_ticket.h"

namespace canteen {

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
    for (const auto& [dish, amount] : cooked_of(order))
        events.emplace_back(StockMoved{{{order.draft.meal, dish}, StockMoveKind::wasted, amount}});
    if (!order.rights.empty()) require_uses(state, {order.draft.member, order.draft.meal.date});
    for (const auto& right : order.rights) events.emplace_back(RightFreed{id, right});
    if (!order.postings.empty()) events.emplace_back(LedgerPosted{id, reversal_of(order.postings)});
}

}  // namespace canteen
