// Handles what a member's account was short of when a sale came in that had been made without the server. Pure; writer
// thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// Returns what the order asked of stored value and did not find, as far as it was not settled; zero for none.
Fen short_of(const Order& order);

// The member pays it, by money or by what their account holds now, or the canteen gives it up. Refuses order_unknown,
// nothing_short, text_invalid, tender_mismatch (all of it or nothing), account_short.
Outcome decide_settle_short(const Canteen& state, const SettleShort& command);

}  // namespace canteen
