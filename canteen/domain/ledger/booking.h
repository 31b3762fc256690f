// An order as a transaction of the ledger. Pure; any thread.
#pragma once

#include <string_view>

#include "canteen/domain/ledger/funding.h"
#include "canteen/domain/model/order.h"

namespace canteen {

// The payer that is the canteen itself: what it gives is a discount, nobody owes it.
inline constexpr const char* canteen_payer = "canteen";

Fen sum_of(const std::vector<Share>& shares);

// Returns the account a share is booked on: what its payer owes, or what the canteen itself gives.
Account account_of(const Share& share);
// True for tenders by which money comes in; the others ask for what somebody has or owes.
bool is_money(TenderKind kind);
// Returns the account that money comes in by. A tender that is asked of nobody fits nowhere: the exceptions account.
Account account_of(TenderKind kind);

// Returns the account of what the funder of volunteers' points owes for points that were spent.
Account points_account(const std::string& funder);
bool is_of_points(const Account& account);
// True for a scheme whose receivables would mix with those of points.
bool names_points(std::string_view scheme);
// Posts to the exceptions account whatever the transaction is off by.
void balance(std::vector<Posting>& transaction);

// Books tenders and what payers bear against sales (food and fee). The part charged to payers and not granted is
// concession. `funding`: what its tenders found. The part that allowances and points do not bear is concession too;
// stored value that is missing, and whatever else does not add up, goes to the exceptions account, so that the
// transaction always balances.
std::vector<Posting> booking_of(const Order& order, const Funding& funding);

// Money received for an order that is no sale.
std::vector<Posting> booking_of_stray_money(const std::vector<Tender>& tenders);

}  // namespace canteen
