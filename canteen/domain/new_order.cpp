#include "canteen/domain/new_order.h"

#include "canteen/domain/booking.h"

namespace canteen {

void bring_in(Events& events, const Order& order, const std::vector<UsedRight>& rights, const Purse& purse) {
    if (order.paid) {
        events.emplace_back(OrderPlaced{order});
    } else {
        events.emplace_back(OrderHeld{order});
    }
    for (const auto& move : order.consumed) events.emplace_back(StockMoved{move});
    for (const auto& right : rights) events.emplace_back(RightUsed{order.draft.id, right});
    if (order.paid) post_sale(events, order, purse);
}

void post_sale(Events& events, const Order& order, const Purse& purse) {
    auto postings = booking_of(order, purse);
    if (!postings.empty()) events.emplace_back(LedgerPosted{order.draft.id, std::move(postings)});
}

OrderState state_when_paid(const std::optional<Ticket>& ticket) {
    if (!ticket) return OrderState::handed_over;
    return ticket->state == TicketState::ready ? OrderState::ready : OrderState::placed;
}

}  // namespace canteen
