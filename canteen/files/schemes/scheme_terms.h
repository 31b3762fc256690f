// Reads when a step applies and how often. Rules: deploy/schemes/FORMAT.md, "Steps". Throws JsonRefusal. Any thread.
#pragma once

#include <optional>
#include <vector>

#include "canteen/domain/model/scheme.h"
#include "canteen/files/schemes/json_fields.h"

namespace canteen {

// The object's `meals`, `days`, `modes`; absent or empty: every one.
std::vector<MealSlot> read_meals(JsonFields& fields);
std::vector<DayKind> read_days(JsonFields& fields);
std::vector<ServiceMode> read_modes(JsonFields& fields);

// The object's `min_spend`.
std::optional<MinSpend> read_min_spend(JsonFields& fields);

// These, `limits` and `meals_of_day`: 1 for the person's first meal of the day; absent or empty: every one.
StepTerms read_terms(JsonFields& fields);

}  // namespace canteen
