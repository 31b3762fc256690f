#include "canteen/domain/sales/place_order.h"

#include <algorithm>

#include "canteen/domain/ledger/paying.h"
#include "canteen/domain/order/demand.h"
#include "canteen/domain/order/line_checks.h"
#include "canteen/domain/order/open_ticket.h"
#include "canteen/domain/sales/new_order.h"
#include "canteen/domain/sales/pay_hold.h"
#include "canteen/domain/sales/payment_sources.h"
#include "canteen/domain/sales/rights.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/order_keys.h"
#include "canteen/domain/state/own_things.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

Refusal check_pickup(const Canteen& state, const OrderDraft& draft) {
    if (!has_anothers_pickup(state, draft)) return {};
    return refuse(RejectionCode::pickup_number_used, {param("number", to_string(draft.pickup))});
}

Refusal check_hours(const OrderDraft& draft, const Menu& menu, Timestamp now) {
    if (menu.takes_orders(draft.origin, now)) return {};
    return refuse(RejectionCode::meal_closed,
                  {param("from", to_string(menu.serving_from)), param("to", to_string(menu.serving_to))});
}

Refusal check_member(const Canteen& state, const OrderDraft& draft) {
    if (!draft.member.is_nil())
        if (auto refusal = check_is_open(state, draft.member)) return refusal;
    if (!may_order(state, draft)) return refuse(RejectionCode::not_a_carer);
    return {};
}

Refusal check_prices(const OrderDraft& draft, const Menu& menu, const Quote& quote) {
    const bool same_prices = std::all_of(draft.lines.begin(), draft.lines.end(), [&menu](const OrderLine& line) {
        const Dish& dish = *menu.find(line.dish);
        return dish.price == line.unit_price && dish.price_grams == line.price_grams;
    });
    if (same_prices && quote.sums == draft.shown) return {};
    return Rejection{RejectionCode::price_changed, {}, quote.sums};
}

bool pays(const PlaceOrder& ask) {
    return !ask.tenders.empty() || (ask.order.shown.to_pay == Fen{} && ask.order.origin == Origin::counter);
}

// Checks the basis of what the guest was told, in the order of precedence.
Refusal check_basis(const Canteen& state, const Actor& actor, const PlaceOrder& ask, Timestamp now) {
    const OrderDraft& draft = ask.order;
    if (has_other_letters(state, actor, draft))
        return refuse(RejectionCode::other_tills_letters, {param("number", to_string(draft.pickup))});
    if (auto refusal = check_pickup(state, draft)) return refusal;
    const auto& menu = menu_in(state, draft.meal);
    if (!menu) return refuse(RejectionCode::menu_unknown);
    if (auto refusal = check_version(draft, *menu)) return refusal;
    if (auto refusal = check_hours(draft, *menu, now)) return refusal;
    if (auto refusal = check_dishes(draft, *menu)) return refusal;
    if (auto refusal = check_form(draft, ask.tenders)) return refusal;
    if (auto refusal = check_choices(draft, *menu)) return refusal;
    return check_member(state, draft);
}

Refusal check_terms(const Canteen& state, const PlaceOrder& ask, const Menu& menu, const Quote& quote) {
    if (auto refusal = check_prices(ask.order, menu, quote)) return refusal;
    if (auto refusal = check_stock(state, ask.order, menu)) return refusal;
    if (!pays(ask)) return {};
    return check_payment(ask.order.shown.to_pay, ask.tenders,
                         payment_sources_for(state, ask.order, ask.tenders, quote));
}

Events accept(const Canteen& state, const Actor& actor, const PlaceOrder& ask, const Quote& quote, Timestamp now) {
    const Menu& menu = *menu_in(state, ask.order.meal);
    Order order;
    order.draft = ask.order;
    order.device = actor.device;
    order.placed_at = now;
    order.paid = pays(ask);
    order.granted = quote.sums.shares;
    const bool cook_now = order.paid || order.draft.origin != Origin::counter;
    if (cook_now) order.ticket = ticket_of(order.draft, menu, now);
    if (order.ticket) order.ticket->on_paper = ask.kitchen_told;
    const auto demand = demand_of(order.draft, menu);
    if (order.paid) {
        order.tenders = ask.tenders;
        order.rounding = rounding_for(order.draft.shown.to_pay, ask.tenders).value_or(Fen{});
        order.state = state_when_paid(order.ticket);
        order.consumed = moves_of(demand, order.draft.meal, StockMoveKind::sold);
    } else {
        order.state = OrderState::held;
        if (!cook_now) order.to_cook = ticket_of(order.draft, menu, now);
        const bool for_later = order.draft.origin != Origin::counter;
        order.expires_at = (for_later ? order.draft.due.value_or(now) : now) + state.site.hold_for;
        order.consumed = moves_of(demand, order.draft.meal, StockMoveKind::held);
    }
    Events events;
    const auto rights = rights_used(state, order.draft, quote, order.granted);
    bring_in(events, order, rights,
             funding_of(order.tenders, payment_sources_for(state, order.draft, order.tenders, quote)));
    return events;
}

Outcome answer_known(const Canteen& state, const Order& known, const PlaceOrder& ask, Timestamp now) {
    if (known.draft != ask.order) return refuse(RejectionCode::order_exists);
    switch (known.state) {
        case OrderState::cancelled:
            return refuse(RejectionCode::order_cancelled);
        case OrderState::expired:
            return refuse(RejectionCode::order_expired);
        case OrderState::held:
            if (ask.tenders.empty()) return refuse(RejectionCode::order_exists);
            if (auto refusal = check_form(ask.order, ask.tenders)) return *refusal;
            return decide_pay_hold(state, known, ask.tenders, ask.kitchen_told ? Telling::on_paper : Telling::by_ticket,
                                   now);
        default:
            return refuse(RejectionCode::already_paid);
    }
}

}  // namespace

Refusal check_stock(const Canteen& state, const OrderDraft& draft, const Menu& menu) {
    const auto sold_out = [](DishId dish, std::int64_t left) {
        return refuse(RejectionCode::sold_out, {param("dish", dish.value), param("left", left)});
    };
    for (const auto& line : draft.lines)
        if (stock_in(state, {draft.meal, line.dish}).sold_out_since) return sold_out(line.dish, 0);
    for (const auto& demand : demand_of(draft, menu)) {
        const StockKey key{draft.meal, demand.dish};
        const StockRow& row = stock_in(state, key);
        if (row.sold_out_since) return sold_out(demand.dish, 0);
        if (row.left() < demand.amount) return sold_out(demand.dish, row.left());
    }
    return {};
}

Outcome decide_place_order(const Canteen& state, const Actor& actor, const PlaceOrder& ask, Timestamp now) {
    if (now > ask.answer_by) return refuse(RejectionCode::ask_expired);
    if (const auto& known = order_in(state, ask.order.id)) return answer_known(state, *known, ask, now);
    if (auto refusal = check_basis(state, actor, ask, now)) return *refusal;
    const Menu& menu = *menu_in(state, ask.order.meal);
    const Quote quote = quote_at_menu_prices(state, ask.order, menu);
    if (auto refusal = check_terms(state, ask, menu, quote)) return *refusal;
    return accept(state, actor, ask, quote, now);
}

}  // namespace canteen
