#include "canteen/domain/state/order_index.h"

namespace canteen {

namespace {

using ByTime = std::map<Timestamp, std::set<OrderId>>;

void remove(ByTime& by_time, Timestamp time, OrderId id) {
    const auto found = by_time.find(time);
    if (found == by_time.end()) return;
    found->second.erase(id);
    if (found->second.empty()) by_time.erase(found);
}

std::optional<Timestamp> hold_ends(const Order& order) {
    return order.state == OrderState::held ? order.expires_at : std::nullopt;
}

// A hold is not cleared away: it ends by itself.
std::optional<Timestamp> ready_since(const Order& order) {
    return order.state == OrderState::ready && order.ticket ? order.ticket->ready_at : std::nullopt;
}

}  // namespace

void note_times(Canteen& state, const Order& order) {
    if (const auto time = hold_ends(order)) state.expiries[*time].insert(order.draft.id);
    if (const auto time = ready_since(order)) state.ready_since[*time].insert(order.draft.id);
}

void forget_times(Canteen& state, const Order& order) {
    if (const auto time = hold_ends(order)) remove(state.expiries, *time, order.draft.id);
    if (const auto time = ready_since(order)) remove(state.ready_since, *time, order.draft.id);
}

}  // namespace canteen
