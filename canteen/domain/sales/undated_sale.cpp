#include "canteen/domain/sales/undated_sale.h"

#include <algorithm>

#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/ledger/paying.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/sales/book_sale.h"
#include "canteen/domain/sales/new_order.h"
#include "canteen/domain/sales/payment_sources.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/order_keys.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

// Returns the tenders that need no day: money in hand and the guest's own accounts.
std::vector<Tender> without_employers(std::vector<Tender> tenders) {
    std::erase_if(tenders,
                  [](const Tender& t) { return t.kind == TenderKind::allowance || t.kind == TenderKind::employer; });
    return tenders;
}

Order undated_order(const Canteen& state, const Actor& actor, const RecordSale& sale) {
    Order order;
    order.draft = sale.order;
    if (has_anothers_pickup(state, sale.order)) order.draft.pickup = {};
    order.device = actor.device;
    order.placed_at = sale.said_at;
    order.state = OrderState::handed_over;
    order.paid = true;
    order.tenders = sale.tenders;
    order.rounding = rounding_for(sale.order.shown.to_pay, sale.tenders).value_or(Fen{});
    order.day_doubtful = true;
    return order;
}

}  // namespace

Events create_undated(const Canteen& state, const Actor& actor, const RecordSale& sale) {
    const auto order = undated_order(state, actor, sale);
    const auto sources = payment_sources_for(state, sale.order, without_employers(sale.tenders), Quote{});
    auto funding = funding_of(sale.tenders, sources);
    Events events;
    bring_in(events, order, {}, funding);
    events.emplace_back(ExceptionListed{
        {ExceptionCode::day_doubtful,
         sale.order.id,
         {param("date", to_string(sale.order.meal.date)),
          param("meal", static_cast<std::int64_t>(sale.order.meal.slot)), param("said", sale.said_at.ms)}}});
    // Employers are asked once the day is known.
    funding.beyond_allowance.clear();
    funding.not_on_account.clear();
    list_money_faults(events, sale.order, sale.tenders, funding);
    return events;
}

Outcome decide_date_sale(const Canteen& state, const DateSale& command, Timestamp now) {
    const auto& known = order_in(state, command.order);
    if (!known) return refuse(RejectionCode::order_unknown);
    if (known->state == OrderState::cancelled) return refuse(RejectionCode::order_cancelled);
    if (!known->day_doubtful) return refuse(RejectionCode::day_is_known);
    if (command.meal.date > date_at_site(now)) return refuse(RejectionCode::period_invalid, {param("what", "date")});
    return date_as_said(state, as_of_person(state, *known), command.meal);
}

}  // namespace canteen
