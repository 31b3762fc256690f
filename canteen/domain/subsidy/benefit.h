// Applies one step, kind by kind. Used by price.cpp alone. Pure; one thread.
#pragma once

#include <vector>

#include "canteen/domain/subsidy/pricing_state.h"

namespace canteen {

// Each books the step's shares and says why it gave what it gave.
void apply(PricingState& state, const SubsidyRight& right);
// The lowest percentage; equal: the first.
void apply(PricingState& state, const std::vector<DiscountRight>& rights);
// The lowest price to pay; equal: the first.
void apply(PricingState& state, const std::vector<FixedPriceRight>& rights);
void apply(PricingState& state, const QuotaRight& right);
void apply(PricingState& state, const DeliveryFeeRight& right);

}  // namespace canteen
