// The events that bring an order into the world, and those that follow its payment. Pure; writer thread.
#pragma once

#include "canteen/domain/ledger/funding.h"
#include "canteen/domain/order/demand.h"
#include "canteen/domain/state/canteen.h"

namespace canteen {

// OrderPlaced or OrderHeld, then its stock, rights, ledger and points. `order` is complete but for rights, postings and
// points: they follow as events. `funding`: what its tenders found.
void bring_in(Events& events, const Order& order, const std::vector<UsedRight>& rights, const Funding& funding);

// Posts what the payment takes: RightUsed of each allowance, LedgerPosted and PointsPosted, unless there is nothing to
// post.
void post_sale(Events& events, const Order& order, const Funding& funding);

// Returns the state of a paid order: one that makes no ticket was handed over at payment.
OrderState state_when_paid(const std::optional<Ticket>& ticket);

}  // namespace canteen
