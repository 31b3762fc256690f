#include "canteen/domain/model/use.h"

namespace canteen {

bool is_budget(UseKind kind) {
    return kind == UseKind::budget_month || kind == UseKind::budget_year;
}

bool is_amount(UseKind kind) {
    switch (kind) {
        case UseKind::quota_month:
        case UseKind::given_month:
        case UseKind::given_year:
        case UseKind::budget_month:
        case UseKind::budget_year:
        case UseKind::allowance:
            return true;
        default:
            return false;
    }
}

namespace {

constexpr std::int32_t slots_per_day = 4;  // three slots; numbered from 1

}  // namespace

std::int32_t period_of(UseKind kind, Meal meal) {
    switch (kind) {
        case UseKind::per_slot:
        case UseKind::meal_eaten:
        case UseKind::allowance:
            return meal.date.days * slots_per_day + static_cast<std::int32_t>(meal.slot);
        case UseKind::per_day:
            return meal.date.days;
        case UseKind::per_week:
            return week_start(meal.date).days;
        case UseKind::quota_month:
        case UseKind::per_month:
        case UseKind::given_month:
        case UseKind::budget_month:
            return month_start(meal.date).days;
        case UseKind::per_year:
        case UseKind::given_year:
        case UseKind::budget_year:
            return year_start(meal.date).days;
    }
    return meal.date.days;
}

Date first_day_of(UseKind kind, std::int32_t period) {
    const bool by_slot = kind == UseKind::per_slot || kind == UseKind::meal_eaten || kind == UseKind::allowance;
    return Date{by_slot ? period / slots_per_day : period};
}

}  // namespace canteen
