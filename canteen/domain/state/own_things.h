// Tells what is a till's own: its letters and the orders it sold. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// True of a till that gives out another's pickup numbers.
bool has_other_letters(const Canteen& state, const Actor& actor, const OrderDraft& draft);
// True of a till that takes back what another sold; the office may.
bool is_other_tills(const Actor& actor, const Order& order);

}  // namespace canteen
