// Plans how a member would pay an order from what they have with the canteen and their employers. Pure; writer thread.
#pragma once

#include "canteen/domain/sales/quote.h"

namespace canteen {

// Plans tenders in the site's deduct order, each as far as it reaches: the allowances on the quote's sheet, points,
// stored value. Leaves the rest for cash or a payment channel. An employer's account is never planned: that is
// somebody's decision. Empty for a guest without number. The member's accounts and points must be loaded.
std::vector<Tender> plan_payment(const Canteen& state, const OrderDraft& draft, const Quote& quote);

}  // namespace canteen
