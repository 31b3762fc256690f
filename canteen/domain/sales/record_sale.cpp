#include "canteen/domain/sales/record_sale.h"

#include <algorithm>

#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/order/line_checks.h"
#include "canteen/domain/sales/book_sale.h"
#include "canteen/domain/sales/new_order.h"
#include "canteen/domain/sales/pay_hold.h"
#include "canteen/domain/sales/payment_sources.h"
#include "canteen/domain/sales/sale_day.h"
#include "canteen/domain/sales/take_back_sale.h"
#include "canteen/domain/sales/undated_sale.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

bool has_stray_money(const Order& cancelled) {
    return std::any_of(cancelled.postings.begin(), cancelled.postings.end(),
                       [](const Posting& p) { return p.account.kind == AccountKind::exceptions; });
}

void list(Events& events, ExceptionCode code, OrderId order) {
    events.emplace_back(ExceptionListed{{code, order, {}}});
}

// Its money is booked once, however often it is stated.
Events receive_for_cancelled(const Order& order, const RecordSale& sale) {
    Events events;
    if (has_stray_money(order)) return events;
    auto postings = booking_of_stray_money(sale.tenders);
    if (!postings.empty()) events.emplace_back(LedgerPosted{order.draft.id, std::move(postings)});
    list(events, ExceptionCode::cancelled_before_sale, order.draft.id);
    return events;
}

// The slip on paper is cooked; its ticket, which came about by an ask whose answer was lost, no more.
void tell_of_slip(Events& events, const Order& order, Timestamp sold_at, Telling telling) {
    if (order.state != OrderState::placed && order.state != OrderState::ready) return;
    if (telling == Telling::too_late) events.emplace_back(OrderHandedOver{order.draft.id, sold_at});
    if (telling == Telling::on_paper) put_on_paper(events, order.ticket);
}

Events confirm(const Canteen& state, const Order& order, const RecordSale& sale, Timestamp now) {
    Events events{SaleConfirmed{order.draft.id}};
    if (sale.kitchen_told) tell_of_slip(events, order, sale.sold_at, telling_of(state.site, sale, now));
    if (order.draft.shown != sale.order.shown || order.tenders != sale.tenders)
        list(events, ExceptionCode::statement_differs, order.draft.id);
    return events;
}

// On the basis of the hold, which the guest agreed to.
Events pay_as_stated(const Canteen& state, const Order& hold, const RecordSale& sale, Timestamp now) {
    Events events;
    const bool same_member = hold.draft.member == sale.order.member;
    const PaymentSources sources =
        same_member ? payment_sources_for(state, hold.draft, sale.tenders) : PaymentSources{};
    const Funding funding = funding_of(sale.tenders, sources);
    pay_hold(events, state, hold, sale.tenders, funding, sale.sold_at, telling_of(state.site, sale, now));
    if (hold.draft.shown != sale.order.shown || !same_member)
        list(events, ExceptionCode::statement_differs, hold.draft.id);
    list_money_faults(events, hold.draft, sale.tenders, funding);
    if (sale.clock_doubtful) list(events, ExceptionCode::clock_doubtful, hold.draft.id);
    return events;
}

Events book(const Canteen& state, const Actor& actor, const RecordSale& sale, Timestamp now) {
    const auto& known = order_in(state, sale.order.id);
    if (sale.taken_back) return take_back_sale(state, actor, sale, now);
    if (!known || known->state == OrderState::expired) {
        if (is_day_doubtful(sale, now)) return create_undated(state, actor, sale);
        return create_as_stated(state, actor, sale, now);
    }
    if (known->state == OrderState::cancelled) return receive_for_cancelled(*known, sale);
    if (known->state == OrderState::held) return pay_as_stated(state, *known, sale, now);
    return confirm(state, *known, sale, now);
}

bool is_new(const Events& events) {
    return std::any_of(events.begin(), events.end(),
                       [](const Event& event) { return std::holds_alternative<OrderPlaced>(event); });
}

}  // namespace

// A till that was cut off sells to the record it knows.
Outcome decide_record_sale(const Canteen& state, const Actor& actor, const RecordSale& sale, Timestamp now) {
    if (auto refusal = check_form(sale.order, sale.tenders)) return *refusal;
    if (!names_merged(state, sale.order)) return book(state, actor, sale, now);
    RecordSale of_person = sale;
    of_person.order = as_of_person(state, sale.order);
    Events events = book(state, actor, of_person, now);
    if (is_new(events)) list(events, ExceptionCode::member_merged, sale.order.id);
    return events;
}

}  // namespace canteen
