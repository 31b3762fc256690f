// Prices an order anew when a part of it is taken back. Pure; writer thread.
//
// The rest is priced by the rules of the order, as if it had been ordered alone, so that each payer gives what they
// would have given to the smaller order, and never more than they gave. Facts, schemes and uses may have changed since,
// and a meal is never rewritten by that: the rules of now are taken only if they give the whole order exactly what it
// was charged, else every share shrinks with the bill, rounded down. The guest never pays afterwards: where less food
// gets so much less subsidy that they would have to, the canteen bears the difference as a concession.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

struct Repriced {
    Sums left;
    std::vector<Share> granted;
    std::vector<UsedRight> rights;  // that the order keeps
};

// `lines`: what is left of the order's lines. The delivery was made all the same: its fee stays.
Repriced reprice(const Canteen& state, const Order& order, const std::vector<OrderLine>& lines);

}  // namespace canteen
