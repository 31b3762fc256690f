// A sale of a day nobody can believe: its money is booked as it was charged, and nothing else of it, until the office
// says of which meal it was. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// Keeps lines, price and money; uses no right, quota, budget, allowance or portion, so that payers are asked for
// nothing. Lists day_doubtful.
Events create_undated(const Canteen& state, const Actor& actor, const RecordSale& sale);

// Books it as a late sale of that meal. Refuses order_unknown, order_cancelled, day_is_known, and period_invalid for a
// day to come.
Outcome decide_date_sale(const Canteen& state, const DateSale& command, Timestamp now);

}  // namespace canteen
