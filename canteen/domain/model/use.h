// Uses: the parts of a right that are used up. A live use is unique by (member, scheme, kind, period, ordinal). Values;
// any thread.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/base/money.h"
#include "canteen/domain/model/meal.h"

namespace canteen {

// per_slot .. per_week, per_month and per_year count subsidised meals of a scheme; meal_eaten counts the member's
// orders of a meal (scheme ""): however many, it is one meal of the day. The others are in fen: of a quota, of what
// subsidy steps gave the member, of a budget, which is a payer's and no member's, and of an employer's allowance for a
// meal (scheme: the employer's code).
enum class UseKind : std::uint8_t {
    per_slot = 1,
    per_day = 2,
    per_week = 3,
    meal_eaten = 4,
    quota_month = 5,
    per_month = 6,
    per_year = 7,
    given_month = 8,
    given_year = 9,
    budget_month = 10,
    budget_year = 11,
    allowance = 12,
};
// All that a member's orders may use up.
inline constexpr std::array member_use_kinds{
    UseKind::per_slot,  UseKind::per_day,  UseKind::per_week,    UseKind::meal_eaten, UseKind::quota_month,
    UseKind::per_month, UseKind::per_year, UseKind::given_month, UseKind::given_year, UseKind::allowance};
inline constexpr std::array budget_kinds{UseKind::budget_month, UseKind::budget_year};

// True for what is counted in fen, false for what is counted in meals.
bool is_amount(UseKind kind);
// True for what all guests use up together.
bool is_budget(UseKind kind);

struct UseKey {
    MemberId member;     // nil: a budget
    std::string scheme;  // of a budget of one payer: "scheme/payer"
    UseKind kind = UseKind::per_slot;
    std::int32_t period = 0;  // see period_of
    auto operator<=>(const UseKey&) const = default;
};

// The number of the period a meal falls in: days * 4 + slot for per_slot, meal_eaten and allowance, the day, the week's
// Monday or the first day of the month or year (each as days since 1970) for the other kinds.
std::int32_t period_of(UseKind kind, Meal meal);
// The date of its meal, or the first one of the week, month or year.
Date first_day_of(UseKind kind, std::int32_t period);

// Uses by key as of a moment: a count of meals, or fen. An absent key is 0.
using Uses = std::map<UseKey, std::int64_t>;

}  // namespace canteen
