// Takes down what went into a drawer or out of it beside sales: a fact, never refused for a business reason. Pure;
// writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// Refuses amount_invalid and text_invalid for what is none. No events: it was taken down already.
Outcome decide_move_drawer(const Canteen& state, const Actor& actor, const MoveDrawer& fact);

}  // namespace canteen
