#include "canteen/domain/subsidy/allowance.h"
#include "canteen/domain/base/choice.h"

#include <algorithm>

namespace canteen {
namespace {

const EmployerRight* right_of(const RightSheet& sheet, const std::string& employer) {
    const auto found = std::find_if(sheet.employers.begin(), sheet.employers.end(),
                                    [&](const EmployerRight& right) { return right.employer == employer; });
    return found == sheet.employers.end() ? nullptr : &*found;
}

// People who work on workdays work on those that make up for a holiday too.
bool is_for(const Allowance& allowance, DayKind day) {
    const auto& days = allowance.days;
    return allows(days, day) || (day == DayKind::make_up_workday && allows(days, DayKind::workday));
}

}  // namespace

Fen allowance_left(const RightSheet& sheet, const std::string& employer, Meal meal, DayKind day, const Uses& uses) {
    const EmployerRight* right = right_of(sheet, employer);
    if (!right || !right->allowance || !is_for(*right->allowance, day)) return {};
    const auto taken = [&](MealSlot slot) {
        const auto period = period_of(UseKind::allowance, {meal.date, slot});
        const auto found = uses.find({sheet.member, employer, UseKind::allowance, period});
        return found == uses.end() ? Fen{} : Fen{found->second};
    };
    Fen left = right->allowance->for_slot(meal.slot) - taken(meal.slot);
    if (right->allowance->per_day) {
        Fen of_day = *right->allowance->per_day;
        for (const auto slot : meal_slots) of_day -= taken(slot);
        left = std::min(left, of_day);
    }
    return std::max(left, Fen{});
}

}  // namespace canteen
