#include "canteen/domain/order/demand.h"

#include <algorithm>

namespace canteen {

namespace {

void add(std::vector<Demand>& demand, DishId dish, std::int64_t amount) {
    const auto same = std::find_if(demand.begin(), demand.end(), [dish](const Demand& d) { return d.dish == dish; });
    if (same != demand.end()) {
        same->amount += amount;
    } else {
        demand.push_back({dish, amount});
    }
}

}  // namespace

std::vector<Demand> demand_of(const OrderDraft& draft, const Menu& menu) {
    std::vector<Demand> demand;
    for (const auto& line : draft.lines) {
        const Dish* dish = menu.find(line.dish);
        if (!dish) continue;
        if (!dish->is_set_meal()) {
            add(demand, dish->id, dish->by_weight() ? line.grams : line.quantity);
            continue;
        }
        for (const auto& chosen : line.chosen) {
            const Dish* part = menu.find(chosen.dish);
            if (part && part->can_fill_a_place()) add(demand, chosen.dish, line.quantity);
        }
    }
    // A statement may name nothing of a dish (no grams): it moves nothing.
    std::erase_if(demand, [](const Demand& d) { return d.amount == 0; });
    return demand;
}

std::vector<StockMove> moves_of(const std::vector<Demand>& demand, Meal meal, StockMoveKind kind) {
    std::vector<StockMove> moves;
    moves.reserve(demand.size());
    for (const auto& d : demand) moves.push_back({{meal, d.dish}, kind, d.amount});
    return moves;
}

}  // namespace canteen
