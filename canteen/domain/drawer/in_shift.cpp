#include "canteen/domain/drawer/in_shift.h"

#include <algorithm>
#include <utility>

#include "canteen/domain/base/hex.h"
#include "canteen/domain/drawer/drawer_account.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/state/of_shift.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

// Marks single events as booked by the till's shift.
struct Marker {
    const Account& drawer;
    ShiftId shift;

    void operator()(LedgerPosted& e) const {
        keep_in(drawer, e.postings);
        if (e.shift.is_nil()) e.shift = shift;
    }
    void operator()(OrderPlaced& e) const { e.order.shift = shift; }
    void operator()(OrderPaid& e) const { e.shift = shift; }
    template <class Other>
    void operator()(Other&) const {}
};

bool counts(const Events& events) {
    return std::any_of(events.begin(), events.end(), [](const Event& event) {
        return std::holds_alternative<ShiftOpened>(event) || std::holds_alternative<ShiftClosed>(event);
    });
}

// The order that was sold; nil: none was.
OrderId sold_in(const Events& events) {
    for (const auto& event : events) {
        const auto* placed = std::get_if<OrderPlaced>(&event);
        if (placed && placed->order.paid) return placed->order.draft.id;
        if (const auto* paid = std::get_if<OrderPaid>(&event)) return paid->order;
    }
    return {};
}

std::optional<ExceptionCode> fault_of(const Canteen& state, const Actor& actor, ShiftId shift, OrderId sold) {
    if (shift.is_nil()) {
        const bool is_missed = actor.role == Role::till && !sold.is_nil() && !state.staff.empty();
        return is_missed ? std::optional(ExceptionCode::no_shift) : std::nullopt;
    }
    const auto& known = shift_in(state, shift);
    if (!known) return ExceptionCode::shift_unknown;
    return known->is_open ? std::nullopt : std::optional(ExceptionCode::shift_over);
}

}  // namespace

void put_in_shift(const Canteen& state, const Actor& actor, const CommandBody& body, Events& events) {
    if (events.empty() || actor.role == Role::kitchen) return;
    const Account drawer = drawer_of(actor);
    const ShiftId shift = shift_of(body);
    for (auto& event : events) std::visit(Marker{drawer, shift}, event);
    if (counts(events)) return;
    const OrderId sold = sold_in(events);
    if (const auto fault = fault_of(state, actor, shift, sold)) {
        std::vector<Param> params;
        if (!shift.is_nil()) params.push_back(param("shift", to_hex(shift.bytes)));
        events.emplace_back(ExceptionListed{{*fault, sold, std::move(params)}});
    }
}

}  // namespace canteen
