// How a member would pay an order from what he has with the canteen and his employers. Pure; writer thread.
#pragma once

#include "canteen/domain/sales/quote.h"

namespace canteen {

// In the site's deduct order, each as far as it reaches: the allowances on the quote's sheet, points, stored value.
// What they leave is for cash or a payment channel. An employer's account is never planned: that is somebody's
// decision. Empty for a guest without number. The member's accounts and points must be loaded.
std::vector<Tender> plan_payment(const Canteen& state, const OrderDraft& draft, const Quote& quote);

}  // namespace canteen
