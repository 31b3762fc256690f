// The money of a refund: what the ledger turns back, and what goes into the guest's hand. Pure; any thread.
#pragma once

#include "canteen/domain/model/order.h"

namespace canteen {

// From what the order came to, to `left` with payers bearing `granted`: payers, sales and concession by the difference.
// The guest's part goes back to where it came from, what was paid last first: cash, then the payment channels, then
// what the canteen bore of his tenders, then employers' accounts and what was deducted against the deduct order, so
// that the smaller order looks as if it had been paid alone. Of cash what is kept is rounded as a sale is. Never more
// than was paid; it always balances.
std::vector<Posting> booking_of_refund(const Order& order, const Sums& left, const std::vector<Share>& granted);

// What the postings give back to the guest, by the way he had paid; in his accounts it is stored value.
std::vector<Tender> paid_back_by(const std::vector<Posting>& postings, const std::vector<Tender>& tenders);

// The points that go back with the postings: in proportion to the money, rounded down, and all with the last of it.
std::int64_t points_back(const Order& order, const std::vector<Posting>& refund);

}  // namespace canteen
