// Puts what a command moved into the drawer of who gave it, and into the shift it names. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// The cash of `events` lies in the actor's drawer, all of it belongs to the command's shift. What does not fit is
// listed: a shift that nobody opened or that is over, and a sale without one in a house that has staff.
void put_in_shift(const Canteen& state, const Actor& actor, const CommandBody& body, Events& events);

}  // namespace canteen
