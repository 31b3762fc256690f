// The rules' front door: every command is decided here. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// Events that carry the command out, or why not. `now` is server time. No events: nothing changed (a Tick with nothing
// due).
Outcome decide(const Canteen& state, const Actor& actor, const Command& command, Timestamp now);

}  // namespace canteen
