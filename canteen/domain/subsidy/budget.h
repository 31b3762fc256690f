// A payer's budget for all guests together in a month or year. Rules: deploy/schemes/FORMAT.md, "Budgets". Pure; any
// thread.
#pragma once

#include <string>

#include "canteen/domain/model/right_sheet.h"

namespace canteen {

// Where the use of the budget is counted for a meal.
UseKey key_of(const SheetScheme& scheme, const Budget& budget, Meal meal);

// True if what this payer bears is taken from the budget.
bool covers(const Budget& budget, const std::string& payer);

}  // namespace canteen
