// Keeps the working state small: settled entries leave memory and come back from the disk on need. Owned by the writer
// thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

struct EvictionBounds {
    std::size_t orders = 20'000;
    std::size_t pickups = 20'000;
    std::size_t members = 10'000;
    std::size_t uses = 50'000;
    std::size_t menus = 64;
    std::size_t balances = 10'000;
    std::size_t points = 10'000;
    std::size_t shifts = 1'000;
    std::size_t facts = 10'000;
};

// Call only when everything in `state` is committed. A kind within its bound is left alone; of one above it all that is
// neither open nor of `today` or later goes, and of orders those of days before that only wait for the kitchen.
void evict_settled(Canteen& state, Date today, const EvictionBounds& bounds = {});

}  // namespace canteen
