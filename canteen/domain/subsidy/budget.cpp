#include "canteen/domain/subsidy/budget.h"

namespace canteen {

UseKey key_of(const SheetScheme& scheme, const Budget& budget, Meal meal) {
    const std::string name = budget.payer.empty() ? scheme.scheme : scheme.scheme + "/" + budget.payer;
    return {MemberId{}, name, budget.period, period_of(budget.period, meal)};
}

bool covers(const Budget& budget, const std::string& payer) {
    return budget.payer.empty() || budget.payer == payer;
}

}  // namespace canteen
