// Books the fact: what was sold at the counter, whatever we think of it; what does not fit is listed. Pure; writer
// thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// Refused only if it is not well formed (line_invalid). An order that was placed and paid is confirmed, a hold paid, a
// cancelled one gets its money listed; an unknown or expired one is created as it was charged, without its meal if
// nobody can believe the day. A sale taken back ends reversed, whatever is known of it.
Outcome decide_record_sale(const Canteen& state, const Actor& actor, const RecordSale& sale, Timestamp now);

}  // namespace canteen
