#include "canteen/domain/state/order_changes.h"

#include <algorithm>
#include <type_traits>

#include "canteen/domain/base/programmer_error.h"
#include "canteen/domain/ledger/points_ledger.h"
#include "canteen/domain/order/strike.h"

namespace canteen {

namespace {

template <class E>
constexpr bool changes_order =
    std::is_same_v<E, OrderPaid> || std::is_same_v<E, TicketOpened> || std::is_same_v<E, LineMarked> ||
    std::is_same_v<E, TicketMarked> || std::is_same_v<E, OrderHandedOver> || std::is_same_v<E, OrderCancelled> ||
    std::is_same_v<E, CancelAcknowledged> || std::is_same_v<E, OrderExpired> || std::is_same_v<E, LedgerPosted> ||
    std::is_same_v<E, RightUsed> || std::is_same_v<E, RightFreed> || std::is_same_v<E, OrderRefunded> ||
    std::is_same_v<E, TicketStruck> || std::is_same_v<E, PointsPosted>;

// They may also be of no order.
template <class E>
constexpr bool may_be_of_none =
    std::is_same_v<E, LedgerPosted> || std::is_same_v<E, RightUsed> || std::is_same_v<E, PointsPosted>;

Ticket& ticket_in(Order& order) {
    require(order.ticket.has_value(), "an event marks a ticket that does not exist");
    return *order.ticket;
}

// Lessens what the order takes by what went back to stock.
void reduce(std::vector<StockMove>& consumed, const StockMove& returned) {
    for (auto& move : consumed)
        if (move.key == returned.key) move.amount -= returned.amount;
    std::erase_if(consumed, [](const StockMove& move) { return move.amount == 0; });
}

// It neither keeps nor owes anything any more.
void end(Order& order, OrderState state) {
    order.state = state;
    order.consumed.clear();
    order.expires_at.reset();
    order.to_cook.reset();
    if (order.ticket) order.ticket->state = TicketState::cancelled;
}

struct Change {
    Order& order;

    void operator()(const OrderPaid& e) const {
        order.paid = true;
        order.tenders = e.tenders;
        order.rounding = e.rounding;
        order.shift = e.shift;
        order.expires_at.reset();
        order.to_cook.reset();
        const bool is_ready = order.ticket && order.ticket->state == TicketState::ready;
        order.state = is_ready ? OrderState::ready : OrderState::placed;
        for (auto& move : order.consumed) move.kind = StockMoveKind::sold;
    }
    void operator()(const TicketOpened& e) const { order.ticket = e.ticket; }
    void operator()(const LineMarked& e) const { ticket_in(order).lines.at(e.line_index).done = e.done; }
    void operator()(const TicketMarked& e) const {
        ticket_in(order).mark(e.ready, e.at);
        if (order.state != OrderState::held) order.state = e.ready ? OrderState::ready : OrderState::placed;
    }
    void operator()(const OrderHandedOver&) const {
        order.state = OrderState::handed_over;
        if (order.ticket) order.ticket->hand_over();
    }
    void operator()(const OrderCancelled&) const { end(order, OrderState::cancelled); }
    void operator()(const CancelAcknowledged&) const { ticket_in(order).cancel_seen = true; }
    void operator()(const OrderExpired&) const { end(order, OrderState::expired); }
    void operator()(const LedgerPosted& e) const {
        for (const auto& posting : e.postings) post(order.postings, posting.account, posting.fen);
    }
    void operator()(const PointsPosted& e) const { order.points += spent_by(e.postings); }
    void operator()(const RightUsed& e) const { order.rights.push_back(e.right); }
    void operator()(const RightFreed& e) const { std::erase(order.rights, e.right); }
    void operator()(const OrderRefunded& e) const {
        order.refunds.push_back(e.refund);
        order.granted = e.granted;
        for (const auto& move : e.returned) reduce(order.consumed, move);
    }
    void operator()(const TicketStruck& e) const { strike(ticket_in(order), e.lines); }
    template <class Other>
    void operator()(const Other&) const {
        throw ProgrammerError("the event changes no order");
    }
};

}  // namespace

std::optional<OrderId> order_changed_by(const Event& event) {
    return std::visit(
        [](const auto& e) -> std::optional<OrderId> {
            using E = std::decay_t<decltype(e)>;
            if constexpr (std::is_same_v<E, TicketOpened>) {
                return e.ticket.order;
            } else if constexpr (may_be_of_none<E>) {
                return e.order.is_nil() ? std::nullopt : std::optional{e.order};
            } else if constexpr (changes_order<E>) {
                return e.order;
            } else {
                return std::nullopt;
            }
        },
        event);
}

void change(Order& order, const Event& event) {
    std::visit(Change{order}, event);
}

}  // namespace canteen
