#include "canteen/domain/claims/refunded_meal.h"

namespace canteen {
namespace {

// As if nothing had been taken back.
RefundedMeal as_sold(const ClaimLine& line) {
    const MealSums sold{line.food, line.waived, line.self_pay};
    return {sold, sold};
}

RefundedMeal meal_of(const ClaimLine& line, const RefundedMeals& refunded) {
    const auto found = refunded.find(line.order);
    return found == refunded.end() ? as_sold(line) : found->second;
}

}  // namespace

MealSums sums_left(const ClaimLine& line, const RefundedMeals& refunded) {
    return meal_of(line, refunded).left;
}

MealSums sums_added(const ClaimLine& line, const RefundedMeals& refunded) {
    const auto meal = meal_of(line, refunded);
    const bool was_told = line.asked_before > Fen{};
    const bool is_told = line.asked_before + line.share > Fen{};
    return (is_told ? meal.left : MealSums{}) - (was_told ? meal.told : MealSums{});
}

}  // namespace canteen
