// What of a right is used up. A live use is unique by (member, scheme, kind, period, ordinal). Values; any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "canteen/domain/ids.h"
#include "canteen/domain/meal.h"
#include "canteen/domain/money.h"

namespace canteen {

// per_slot .. per_week count subsidised meals of a scheme; meal_eaten counts the member's orders of a meal (scheme ""):
// however many, it is one meal of the day; quota_month is in fen.
enum class UseKind : std::uint8_t { per_slot = 1, per_day = 2, per_week = 3, meal_eaten = 4, quota_month = 5 };

struct UseKey {
    MemberId member;
    std::string scheme;
    UseKind kind = UseKind::per_slot;
    std::int32_t period = 0;  // see period_of
    auto operator<=>(const UseKey&) const = default;
};

// The number of the period a meal falls in: days * 4 + slot for per_slot and meal_eaten, the day, the week's Monday or
// the month's first day (each as days since 1970) for the other kinds.
std::int32_t period_of(UseKind kind, Meal meal);

// Uses by key as of a moment: a count of meals, or fen for quota_month. What is absent is 0.
using Uses = std::map<UseKey, std::int64_t>;

}  // namespace canteen
