#include "canteen/domain/sales/kitchen_marks.h"

#include "canteen/domain/model/refusal.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

// Why nothing can be done with the order any more.
Refusal check_alive(const std::optional<Order>& order) {
    if (!order) return refuse(RejectionCode::order_unknown);
    switch (order->state) {
        case OrderState::cancelled:
            return refuse(RejectionCode::order_cancelled);
        case OrderState::expired:
            return refuse(RejectionCode::order_expired);
        case OrderState::handed_over:
            return refuse(RejectionCode::already_handed_over);
        default:
            return {};
    }
}

}  // namespace

Outcome decide_mark_line(const Canteen& state, const MarkLine& command) {
    const auto& order = order_in(state, command.order);
    if (auto refusal = check_alive(order)) return *refusal;
    if (!order->ticket || command.line_index >= order->ticket->lines.size())
        return refuse(RejectionCode::not_on_ticket);
    if (order->ticket->lines[command.line_index].done == command.done) return Events{};
    return Events{LineMarked{command.order, command.line_index, command.done}};
}

Outcome decide_mark_ticket(const Canteen& state, const MarkTicket& command, Timestamp now) {
    const auto& order = order_in(state, command.order);
    if (auto refusal = check_alive(order)) return *refusal;
    if (!order->ticket) return refuse(RejectionCode::not_on_ticket);
    const bool is_ready = order->ticket->state == TicketState::ready;
    if (is_ready == command.ready) return Events{};
    return Events{TicketMarked{command.order, command.ready, now}};
}

Outcome decide_hand_over(const Canteen& state, const HandOver& command, Timestamp now) {
    const auto& order = order_in(state, command.order);
    if (auto refusal = check_alive(order)) return *refusal;
    if (!order->paid) return refuse(RejectionCode::not_ready);
    return Events{OrderHandedOver{command.order, now}};
}

Outcome decide_acknowledge_cancelled(const Canteen& state, const AcknowledgeCancelled& command) {
    const auto& order = order_in(state, command.order);
    if (!order) return refuse(RejectionCode::order_unknown);
    if (!order->ticket) return refuse(RejectionCode::not_on_ticket);
    if (order->ticket->state != TicketState::cancelled) return refuse(RejectionCode::not_ready);
    if (order->ticket->cancel_seen) return Events{};
    return Events{CancelAcknowledged{command.order}};
}

}  // namespace canteen
