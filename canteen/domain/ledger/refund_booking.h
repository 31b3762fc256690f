// The money of a refund: the part the ledger turns back, and the part that goes into the guest's hand. Pure; any
// thread.
#pragma once

#include "canteen/domain/model/order.h"

namespace canteen {

// Books the way from what the order came to, to `left` with payers bearing `granted`: payers, sales and concession by
// the difference. The guest's part goes back to where it came from, what was paid last first: cash, then the payment
// channels, then what the canteen bore of the guest's tenders, then employers' accounts and what was deducted against
// the deduct order, so that the smaller order looks as if it had been paid alone. Cash that is kept is rounded as in a
// sale. Never gives back more than was paid; it always balances.
std::vector<Posting> booking_of_refund(const Order& order, const Sums& left, const std::vector<Share>& granted);

// Lists what the postings give back to the guest, by the way they had paid; in their accounts it is stored value.
std::vector<Tender> paid_back_by(const std::vector<Posting>& postings, const std::vector<Tender>& tenders);

// The points that go back with the postings: in proportion to the money, rounded down, and all with the last of it.
std::int64_t points_back(const Order& order, const std::vector<Posting>& refund);

}  // namespace canteen
