#include "canteen/domain/subsidy/pricing_state.h"

#include <algorithm>

namespace canteen {

PricingState::PricingState(const PriceQuery& order, const RightSheet& rights, const Uses& uses)
    : query(order),
      sheet(rights),
      tally(uses),
      food(food_of(order.lines)),
      food_left(food),
      fee_left(order.delivery_fee) {}

SubsidyBasis PricingState::basis_of(const std::optional<Fen>& set_meals_from, Fen room) const {
    const Fen looked_at = food_of(query.lines, set_meals_from);
    const Fen left = set_meals_from ? std::max(looked_at - (food - food_left), Fen{}) : food_left;
    return {looked_at, left, query.meal.slot, room};
}

bool PricingState::has_set_meal_of(Fen list_price) const {
    return std::any_of(query.lines.begin(), query.lines.end(), [list_price](const PricedLine& line) {
        return line.set_meal && line.quantity > 0 && list_price * line.quantity == line.amount;
    });
}

bool PricingState::was_eaten(MealSlot slot) const {
    const auto period = period_of(UseKind::meal_eaten, {query.meal.date, slot});
    return tally.used({sheet.member, "", UseKind::meal_eaten, period}) > 0;
}

std::size_t PricingState::meals_eaten() const {
    return static_cast<std::size_t>(
        std::count_if(meal_slots.begin(), meal_slots.end(), [this](MealSlot slot) { return was_eaten(slot); }));
}

}  // namespace canteen
