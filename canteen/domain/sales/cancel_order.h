// Taking back a whole order that is not handed over. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// The till that sold it may, and the office. No events: it was cancelled already.
Outcome decide_cancel_order(const Canteen& state, const Actor& actor, const CancelOrder& command, Timestamp now);

}  // namespace canteen
