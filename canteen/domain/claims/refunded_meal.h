// A claimed meal some of which was taken back after it was sold. Values; any thread.
#pragma once

#include <map>

#include "canteen/domain/model/claim.h"

namespace canteen {

// What a meal came to: the whole order's food, what of it the canteen gave itself, and what the guest was to pay.
struct MealSums {
    Fen food, waived, self_pay;
    bool operator==(const MealSums&) const = default;
};

inline MealSums operator-(const MealSums& a, const MealSums& b) {
    return {a.food - b.food, a.waived - b.waived, a.self_pay - b.self_pay};
}

struct RefundedMeal {
    MealSums left;  // as the share stands
    MealSums told;  // as the last submitted claim that asked for it had it
    bool operator==(const RefundedMeal&) const = default;
};

// Those of a claim's lines; all others are as they were sold.
using RefundedMeals = std::map<OrderId, RefundedMeal>;

// What stands of the line's meal, so that it fits what was asked for before and is asked for now.
MealSums sums_left(const ClaimLine& line, const RefundedMeals& refunded);
// What the line adds to what earlier claims said of it; see meals_added().
MealSums sums_added(const ClaimLine& line, const RefundedMeals& refunded);

}  // namespace canteen
