// Giving back a paid order, whole or by line. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// Refunds an order, for the till that sold it or the office. No events: that refund was made already. Orders handed
// over can be refunded too.
//
// Portions: while the order is not handed over its portions go back to the count as at a cancellation, and what is
// cooked of them is wasted. What was handed over moves no stock: food that left the counter is not served again, and
// it was counted as sold when it left. A dish that is on the line all the same is `found` by the cashier.
Outcome decide_refund(const Canteen& state, const Actor& actor, const Refund& ask, Timestamp now);

}  // namespace canteen
