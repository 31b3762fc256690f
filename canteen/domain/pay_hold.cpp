#include "canteen/domain/pay_hold.h"

#include "canteen/domain/loaded.h"
#include "canteen/domain/new_order.h"
#include "canteen/domain/open_ticket.h"
#include "canteen/domain/order_keys.h"
#include "canteen/domain/paying.h"

namespace canteen {

Purse purse_for(const Canteen& state, MemberId member, const std::vector<Tender>& tenders) {
    if (member.is_nil() || !uses_stored_value(tenders)) return {};
    return purse_of(state, member);
}

Refusal check_payment(const Canteen& state, const OrderDraft& draft, const std::vector<Tender>& tenders) {
    if (auto refusal = check_tenders(draft.shown.to_pay, tenders)) return refusal;
    const Fen available = purse_for(state, draft.member, tenders).total();
    if (sum_of(tenders, TenderKind::stored_value) <= available) return {};
    return refuse(RejectionCode::account_short, {param("balance", available.value)});
}

void pay_hold(Events& events, const Canteen& state, const Order& hold, const std::vector<Tender>& tenders,
              const Purse& purse, Timestamp at, bool late) {
    Order paid = hold;
    paid.tenders = tenders;
    paid.rounding = rounding_for(hold.draft.shown.to_pay, tenders).value_or(Fen{});
    const OrderId id = hold.draft.id;
    events.emplace_back(OrderPaid{id, tenders, paid.rounding});
    for (const auto& move : hold.consumed) {
        events.emplace_back(StockMoved{{move.key, StockMoveKind::held, -move.amount}});
        events.emplace_back(StockMoved{{move.key, StockMoveKind::sold, move.amount}});
    }
    post_sale(events, paid, purse);
    if (!paid.ticket && !late) {
        const auto& menu = menu_in(state, hold.draft.meal);
        if (menu) paid.ticket = ticket_of(hold.draft, *menu, at);
        if (paid.ticket) events.emplace_back(TicketOpened{*paid.ticket});
    }
    if (!paid.ticket || late) events.emplace_back(OrderHandedOver{id, at});
}

Outcome decide_pay_hold(const Canteen& state, const Order& hold, const std::vector<Tender>& tenders, Timestamp now) {
    if (auto refusal = check_payment(state, hold.draft, tenders)) return *refusal;
    Events events;
    pay_hold(events, state, hold, tenders, purse_for(state, hold.draft.member, tenders), now, false);
    return events;
}

}  // namespace canteen
