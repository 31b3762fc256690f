// The keys by which an order touches the rest of the state. Pure; any thread.
#pragma once

#include <vector>

#include "canteen/domain/state/canteen.h"

namespace canteen {

// Numbers are unique per business date of the meal. Nothing: the order has no number.
std::optional<PickupKey> pickup_of(const OrderDraft& draft);
// Where the order's member is counted. Nothing: a guest without number.
std::optional<UseScope> scope_of(const OrderDraft& draft);
// True if a version of a scheme has a budget, whose use a meal may ask for.
bool has_budgets(const Canteen& state);
// True if any part is paid from stored value.
bool uses_stored_value(const std::vector<Tender>& tenders);
// True if any part is paid by points.
bool uses_points(const std::vector<Tender>& tenders);

}  // namespace canteen
