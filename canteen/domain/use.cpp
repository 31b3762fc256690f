#include "canteen/domain/use.h"

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
            return true;
        default:
            return false;
    }
}

std::int32_t period_of(UseKind kind, Meal meal) {
    constexpr std::int32_t slots_per_day = 4;  // three slots; numbered from 1
    switch (kind) {
        case UseKind::per_slot:
        case UseKind::meal_eaten:
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

}  // namespace canteen
