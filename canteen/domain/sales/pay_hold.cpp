#include "canteen/domain/sales/pay_hold.h"

#include "canteen/domain/ledger/paying.h"
#include "canteen/domain/order/open_ticket.h"
#include "canteen/domain/sales/new_order.h"
#include "canteen/domain/sales/payment_sources.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

Refusal check_points(const Funding& funding, const PaymentSources& sources) {
    if (funding.beyond_points == Fen{}) return {};
    const PointsRule& rule = sources.points_rule;
    if (rule.fen_per_point == Fen{} || sources.points < rule.spendable_from)
        return refuse(RejectionCode::points_not_spendable);
    return refuse(RejectionCode::points_short, {param("points", sources.points)});
}

// As it was told when the hold was made: the menu may have dropped a dish since.
std::optional<Ticket> ticket_of_hold(const Canteen& state, const Order& hold, Timestamp at) {
    if (!hold.to_cook) {
        const auto& menu = menu_in(state, hold.draft.meal);
        return menu ? ticket_of(hold.draft, *menu, at) : std::nullopt;
    }
    Ticket ticket = *hold.to_cook;
    ticket.due = at + (ticket.due - ticket.placed_at);
    ticket.placed_at = at;
    return ticket;
}

// Returns the ticket that the order has from now on; nothing if nobody cooks it.
std::optional<Ticket> ticket_when_paid(Events& events, const Canteen& state, const Order& hold, Timestamp at,
                                       Telling telling) {
    if (hold.ticket) {
        if (telling == Telling::on_paper) put_on_paper(events, hold.ticket);
        return hold.ticket;
    }
    if (telling == Telling::too_late) return std::nullopt;
    auto ticket = ticket_of_hold(state, hold, at);
    if (!ticket) return std::nullopt;
    ticket->on_paper = telling == Telling::on_paper;
    events.emplace_back(TicketOpened{*ticket});
    return ticket;
}

}  // namespace

Refusal check_payment(Fen to_pay, const std::vector<Tender>& tenders, const PaymentSources& sources) {
    if (auto refusal = check_tenders(to_pay, tenders)) return refusal;
    const Funding funding = funding_of(tenders, sources);
    if (funding.beyond_wallet > Fen{})
        return refuse(RejectionCode::account_short, {param("balance", sources.wallet.total().value)});
    if (!funding.beyond_allowance.empty()) {
        const Fen left = sources.allowances.at(funding.beyond_allowance.begin()->first);
        return refuse(RejectionCode::allowance_short, {param("left", left.value)});
    }
    if (auto refusal = check_points(funding, sources)) return refusal;
    if (funding.not_on_account.empty()) return {};
    return refuse(RejectionCode::employer_unknown, {param("employer", *funding.not_on_account.begin())});
}

void pay_hold(Events& events, const Canteen& state, const Order& hold, const std::vector<Tender>& tenders,
              const Funding& funding, Timestamp at, Telling telling) {
    Order paid = hold;
    paid.tenders = tenders;
    paid.rounding = rounding_for(hold.draft.shown.to_pay, tenders).value_or(Fen{});
    const OrderId id = hold.draft.id;
    events.emplace_back(OrderPaid{id, tenders, paid.rounding});
    for (const auto& move : hold.consumed) {
        events.emplace_back(StockMoved{{move.key, StockMoveKind::held, -move.amount}});
        events.emplace_back(StockMoved{{move.key, StockMoveKind::sold, move.amount}});
    }
    post_sale(events, paid, funding);
    const auto ticket = ticket_when_paid(events, state, hold, at, telling);
    if (!ticket || telling == Telling::too_late) events.emplace_back(OrderHandedOver{id, at});
}

void put_on_paper(Events& events, std::optional<Ticket> ticket) {
    if (!ticket || ticket->on_paper) return;
    ticket->on_paper = true;
    events.emplace_back(TicketOpened{*std::move(ticket)});
}

Outcome decide_pay_hold(const Canteen& state, const Order& hold, const std::vector<Tender>& tenders, Telling telling,
                        Timestamp now) {
    const PaymentSources sources = payment_sources_for(state, hold.draft, tenders);
    if (auto refusal = check_payment(hold.draft.shown.to_pay, tenders, sources)) return *refusal;
    Events events;
    pay_hold(events, state, hold, tenders, funding_of(tenders, sources), now, telling);
    return events;
}

}  // namespace canteen
