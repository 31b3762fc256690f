// Indexes orders that wait for a time to come: holds for their end, ready tickets for being cleared away. Pure; writer
// thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// Enters the order into expiries and ready_since, or takes it out. Loading an open order must note its times.
void note_times(Canteen& state, const Order& order);
void forget_times(Canteen& state, const Order& order);

}  // namespace canteen
