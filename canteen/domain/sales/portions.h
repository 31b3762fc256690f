// Counting portions by hand, and marking a dish sold out. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// Portions or grams in one entry; more is a slip of the finger.
inline constexpr std::uint32_t max_portions_added = 1'000'000;

// Restocked, found or wasted (never more than is left), else amount_invalid. Restocking takes "sold out" back.
Outcome decide_add_portions(const Canteen& state, const AddPortions& command, Timestamp now);
// No events: it is so already.
Outcome decide_set_sold_out(const Canteen& state, const SetSoldOut& command, Timestamp now);

}  // namespace canteen
