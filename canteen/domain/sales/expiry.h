// Holds nobody paid and ready tickets nobody fetched end by themselves. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// So many of each kind; the rest waits for the next Tick, so that one batch stays short.
inline constexpr std::size_t max_expired_per_tick = 100;
inline constexpr std::size_t max_handed_over_per_tick = 100;

// Ends the holds and ready tickets whose time has come by now, the oldest first.
Events end_overdue(const Canteen& state, Timestamp now);

}  // namespace canteen
