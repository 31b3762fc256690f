#include "canteen/app/writer/eviction.h"

namespace canteen {
namespace {

// An order that nobody marked stays open for ever: from the next day on the disk keeps it.
bool is_open(const Order& order, Date today) {
    if (order.state == OrderState::placed) return order.draft.meal.date >= today;
    return order.state == OrderState::held || order.state == OrderState::ready;
}

}  // namespace

void evict_settled(Canteen& state, Date today, const EvictionBounds& bounds) {
    if (state.orders.size() > bounds.orders)
        std::erase_if(state.orders,
                      [today](const auto& entry) { return !entry.second || !is_open(*entry.second, today); });
    if (state.pickups.size() > bounds.pickups) state.pickups.clear();
    if (state.members.size() > bounds.members) state.members.clear();
    if (state.numbers.size() > bounds.members) state.numbers.clear();
    if (state.id_numbers.size() > bounds.members) state.id_numbers.clear();
    if (state.cards.size() > bounds.members) state.cards.clear();
    if (state.uses.size() > bounds.uses || state.use_scopes.size() > bounds.uses) {
        state.uses.clear();
        state.use_scopes.clear();
    }
    if (state.menus.size() > bounds.menus) {
        std::erase_if(state.menus, [&](const auto& entry) { return !entry.second || entry.first.date < today; });
        std::erase_if(state.stock, [&](const auto& entry) { return entry.first.meal.date < today; });
    }
    if (state.balances.size() > bounds.balances) state.balances.clear();
    if (state.points.size() > bounds.points) state.points.clear();
    if (state.shifts.size() > bounds.shifts) state.shifts.clear();
    if (state.facts.size() > bounds.facts) state.facts.clear();
}

}  // namespace canteen
