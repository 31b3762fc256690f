// A sale that was undone at the counter before its till knew that the server has it: one fact, whatever of it arrived
// before. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// Books and reverses an unknown order; takes back an order that the same till sold, also if it was handed over. No
// events: it was taken back already. Lists sale_taken_back; of another till's order statement_differs, and nothing
// else.
Events take_back_sale(const Canteen& state, const Actor& actor, const RecordSale& sale, Timestamp now);

}  // namespace canteen
