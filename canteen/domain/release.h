// What an order gives back when it is taken back or its hold ends. Pure; writer thread.
#pragma once

#include "canteen/domain/canteen.h"

namespace canteen {

// Portions back (what is cooked already is wasted), rights freed, postings reversed.
void release(Events& events, const Canteen& state, const Order& order);

}  // namespace canteen
