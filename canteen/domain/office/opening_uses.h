// Rights used up before this system, brought along so that no limit is passed in the month of the change. Pure; writer
// thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// The most for one right: three meals on every day of the longest year.
inline constexpr std::int64_t max_opening_count = 3 * 366;

// Once a right: refuses member_unknown, scheme_unknown, employer_unknown (of an allowance), amount_invalid (also a kind
// that is not brought along, or a period that is none), uses_in_use, nothing_to_import.
Outcome decide_import_uses(const Canteen& state, const ImportUses& command);

}  // namespace canteen
