// The events that bring an order into the world, and those that follow its payment. Pure; writer thread.
#pragma once

#include "canteen/domain/canteen.h"
#include "canteen/domain/demand.h"

namespace canteen {

// OrderPlaced or OrderHeld, then its stock, rights and ledger. `order` is complete but for rights and postings: they
// follow as events. `purse`: the member's stored value.
void bring_in(Events& events, const Order& order, const std::vector<UsedRight>& rights, const Purse& purse);

// LedgerPosted, unless there is nothing to post.
void post_sale(Events& events, const Order& order, const Purse& purse);

// The state of a paid order: what makes no ticket was handed over at payment.
OrderState state_when_paid(const std::optional<Ticket>& ticket);

}  // namespace canteen
