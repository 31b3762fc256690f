// An order as a transaction of the ledger. Pure; any thread.
#pragma once

#include "canteen/domain/order.h"
#include "canteen/domain/purse.h"

namespace canteen {

// The payer that is the canteen itself: what it gives is a discount, nobody owes it.
inline constexpr const char* canteen_payer = "canteen";

Fen sum_of(const std::vector<Share>& shares);

// Where a share of that payer is booked: what he owes, or what the canteen itself gives.
Account account_of(const Share& share);
// What a tender other than stored value comes in by. Stored value of nobody is money that fits nowhere.
Account account_of(TenderKind kind);
// Whatever the transaction is off by goes to the exceptions account.
void balance(std::vector<Posting>& transaction);

// Tenders and what payers bear against sales (food and fee). What was charged to payers and not granted is concession.
// `purse`: what the member has in stored value; what is missing, and whatever else does not add up, goes to the
// exceptions account, so that the transaction always balances.
std::vector<Posting> booking_of(const Order& order, const Purse& purse);

// Money received for an order that is no sale.
std::vector<Posting> booking_of_stray_money(const std::vector<Tender>& tenders);

}  // namespace canteen
