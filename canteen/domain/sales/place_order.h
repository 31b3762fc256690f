// The ask: may this order be placed, and what follows. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// With tenders (or nothing to pay at the counter) placed and paid at once; without, held. An ask with tenders that
// repeats a hold pays it.
Outcome decide_place_order(const Canteen& state, const Actor& actor, const PlaceOrder& ask, Timestamp now);

// Dishes that are not there in that number, or that the kitchen has marked sold out.
std::optional<Rejection> check_stock(const Canteen& state, const OrderDraft& draft, const Menu& menu);

}  // namespace canteen
