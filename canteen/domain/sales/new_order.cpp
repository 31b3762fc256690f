#include "canteen/domain/sales/new_order.h"

#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/ledger/points_ledger.h"

namespace canteen {

void bring_in(Events& events, const Order& order, const std::vector<UsedRight>& rights, const Funding& funding) {
    if (order.paid) {
        events.emplace_back(OrderPlaced{order});
    } else {
        events.emplace_back(OrderHeld{order});
    }
    for (const auto& move : order.consumed) events.emplace_back(StockMoved{move});
    for (const auto& right : rights) events.emplace_back(RightUsed{order.draft.id, right});
    if (order.paid) post_sale(events, order, funding);
}

void post_sale(Events& events, const Order& order, const Funding& funding) {
    const OrderDraft& draft = order.draft;
    for (const auto& [employer, fen] : funding.allowances) {
        const UseKey key{draft.member, employer, UseKind::allowance, period_of(UseKind::allowance, draft.meal)};
        if (fen > Fen{}) events.emplace_back(RightUsed{draft.id, {key, 0, fen}});
    }
    auto postings = booking_of(order, funding);
    if (!postings.empty()) events.emplace_back(LedgerPosted{draft.id, std::move(postings)});
    auto points = into_holding(draft.member, -funding.points, PointsAccountKind::spent);
    if (!points.empty()) events.emplace_back(PointsPosted{draft.id, std::move(points)});
}

OrderState state_when_paid(const std::optional<Ticket>& ticket) {
    if (!ticket) return OrderState::handed_over;
    return ticket->state == TicketState::ready ? OrderState::ready : OrderState::placed;
}

}  // namespace canteen
