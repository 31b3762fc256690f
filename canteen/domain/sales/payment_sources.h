// Looks up the means by which the guest of an order may pay as of now. Pure; writer thread.
#pragma once

#include "canteen/domain/ledger/funding.h"
#include "canteen/domain/sales/quote.h"

namespace canteen {

// Looked up only as far as a tender asks for it. `quote`: of the order, as of now.
PaymentSources payment_sources_for(const Canteen& state, const OrderDraft& draft, const std::vector<Tender>& tenders,
                                   const Quote& quote);
// The same, of an order that is not priced anew.
PaymentSources payment_sources_for(const Canteen& state, const OrderDraft& draft, const std::vector<Tender>& tenders);

// The kind of day the meal is for: by its menu, or by the calendar if it has none.
DayKind day_of(const Canteen& state, Meal meal);

}  // namespace canteen
