#include "canteen/domain/sales/cancel_order.h"

#include "canteen/domain/model/refusal.h"
#include "canteen/domain/sales/release.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/own_things.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

Outcome decide_cancel_order(const Canteen& state, const Actor& actor, const CancelOrder& command, Timestamp now) {
    const auto& order = order_in(state, command.order);
    if (!order) return refuse(RejectionCode::order_unknown);
    if (is_other_tills(actor, *order)) return refuse(RejectionCode::other_tills_order);
    if (order->state == OrderState::cancelled) return Events{};
    if (order->state == OrderState::expired) return refuse(RejectionCode::order_expired);
    if (order->state == OrderState::handed_over) return refuse(RejectionCode::already_handed_over);
    Events events{OrderCancelled{command.order, now}};
    release(events, state, as_of_person(state, *order));
    return events;
}

}  // namespace canteen
