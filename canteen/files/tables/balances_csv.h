// Opening balances of stored value and points, brought along from an earlier system: columns number, principal, bonus
// in yuan, points; bonus and points may be absent or empty. Pure; any thread.
#pragma once

#include <string_view>
#include <vector>

#include "canteen/domain/model/command.h"
#include "canteen/files/result.h"

namespace canteen {

inline constexpr std::size_t max_import_balances = 20'000;

// Without member ids (nil). A number that stands twice is refused.
Result<std::vector<OpeningBalance>> read_balances_csv(std::string_view text);

}  // namespace canteen
