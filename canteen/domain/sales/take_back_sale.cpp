#include "canteen/domain/sales/take_back_sale.h"

#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/ledger/paying.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/order/refund_remainder.h"
#include "canteen/domain/sales/release.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/order_keys.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

void list(Events& events, const RecordSale& sale, ExceptionCode code) {
    std::vector<Param> params;
    if (code == ExceptionCode::sale_taken_back)
        params.push_back(param("reason", static_cast<std::int64_t>(sale.taken_back->reason)));
    events.emplace_back(ExceptionListed{{code, sale.order.id, std::move(params)}});
}

// The sale took no portion and no right: only the money was there, and went back. Sums it asked of accounts were asked
// of nobody.
Events book_and_reverse(const Canteen& state, const Actor& actor, const RecordSale& sale) {
    Order order;
    order.draft = sale.order;
    if (has_anothers_pickup(state, sale.order)) order.draft.pickup = {};
    order.device = actor.device;
    order.placed_at = sale.sold_at;
    order.state = OrderState::handed_over;
    order.paid = true;
    order.tenders = sale.tenders;
    order.rounding = rounding_for(sale.order.shown.to_pay, sale.tenders).value_or(Fen{});
    const OrderId id = sale.order.id;
    Events events{OrderPlaced{order}};
    const auto postings = booking_of(order, funding_of(sale.tenders, PaymentSources{}));
    if (!postings.empty()) events.emplace_back(LedgerPosted{id, postings});
    events.emplace_back(OrderCancelled{id, sale.taken_back->at});
    if (!postings.empty()) events.emplace_back(LedgerPosted{id, reversal_of(postings)});
    list(events, sale, ExceptionCode::sale_taken_back);
    return events;
}

}  // namespace

Events take_back_sale(const Canteen& state, const Actor& actor, const RecordSale& sale, Timestamp now) {
    const auto& known = order_in(state, sale.order.id);
    if (!known || known->state == OrderState::expired) return book_and_reverse(state, actor, sale);
    if (known->state == OrderState::cancelled || is_taken_back(*known)) return {};
    Events events;
    if (known->device != actor.device) {
        list(events, sale, ExceptionCode::statement_differs);
        return events;
    }
    events.emplace_back(OrderCancelled{sale.order.id, now});
    // Nobody cooks it any more, so the kitchen need not see that.
    if (known->ticket && known->state == OrderState::handed_over)
        events.emplace_back(CancelAcknowledged{sale.order.id});
    release(events, state, as_of_person(state, *known));
    list(events, sale, ExceptionCode::sale_taken_back);
    return events;
}

}  // namespace canteen
