// A claimed meal some of which was taken back after it was sold. Values; any thread.
#pragma once

#include <map>

#include "canteen/domain/model/claim_line.h"

namespace canteen {

// Tells what a meal came to: the whole order's food, what of it the canteen gave itself, and what the guest was to pay.
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

// The refunded meals among a claim's lines; all others are as they were sold.
using RefundedMeals = std::map<OrderId, RefundedMeal>;

// Returns the meal as it stands, so that it fits what the claim asked for before and asks for now.
MealSums sums_left(const ClaimLine& line, const RefundedMeals& refunded);
// Returns what the line adds to earlier claims; see meals_added().
MealSums sums_added(const ClaimLine& line, const RefundedMeals& refunded);

}  // namespace canteen
