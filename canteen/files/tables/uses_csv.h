// Rights used up before this system: columns number, scheme (of an allowance the employer's code), kind, date, used and
// meal. The date is any day of the kind's day, week, month or year; the meal is named for what counts by meals alone.
// Counts are numbers of meals, amounts are in yuan. Pure; any thread.
#pragma once

#include <string_view>
#include <vector>

#include "canteen/domain/model/command.h"
#include "canteen/files/result.h"

namespace canteen {

inline constexpr std::size_t max_import_uses = 20'000;

// Without member ids (nil). A right that stands twice is refused.
Result<std::vector<OpeningUse>> read_uses_csv(std::string_view text);

}  // namespace canteen
