// Employers give their people an allowance for a meal. Pure; any thread.
#pragma once

#include <string>

#include "canteen/domain/base/money.h"
#include "canteen/domain/model/meal.h"
#include "canteen/domain/model/right_sheet.h"
#include "canteen/domain/model/use.h"

namespace canteen {

// Returns what the employer still gives the holder of the sheet for the meal: by its terms for the meal and the day,
// less what `uses` say was taken. Zero for no such employer or another kind of day. The same code in server and till.
Fen allowance_left(const RightSheet& sheet, const std::string& employer, Meal meal, DayKind day, const Uses& uses);

}  // namespace canteen
