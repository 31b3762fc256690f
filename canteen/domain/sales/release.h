// Gives back what an order took when it is taken back or its hold ends. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// Portions back (what is cooked already is wasted), rights freed, postings reversed, points given back.
void release(Events& events, const Canteen& state, const Order& order);

// So many of the points the order was paid with.
void give_points_back(Events& events, const Order& order, std::int64_t points);

}  // namespace canteen
