#include "canteen/app/eviction.h"

namespace canteen {
namespace {

bool is_settled(const std::optional<Order>& order) {
    if (!order) return true;
    return order->state == OrderState::handed_over || order->state == OrderState::cancelled ||
           order->state == OrderState::expired;
}

}  // namespace

void evict_settled(Canteen& state, Date today, const EvictionBounds& bounds) {
    if (state.orders.size() > bounds.orders)
        std::erase_if(state.orders, [](const auto& entry) { return is_settled(entry.second); });
    if (state.pickups.size() > bounds.pickups) state.pickups.clear();
    if (state.members.size() > bounds.members) state.members.clear();
    if (state.numbers.size() > bounds.members) state.numbers.clear();
    if (state.cards.size() > bounds.members) state.cards.clear();
    if (state.uses.size() > bounds.uses || state.use_scopes.size() > bounds.uses) {
        state.uses.clear();
        state.use_scopes.clear();
    }
    if (state.menus.size() > bounds.menus) {
        std::erase_if(state.menus, [&](const auto& entry) { return entry.first.date < today; });
        std::erase_if(state.stock, [&](const auto& entry) { return entry.first.meal.date < today; });
    }
    if (state.balances.size() > bounds.balances) state.balances.clear();
    if (state.points.size() > bounds.points) state.points.clear();
}

}  // namespace canteen
