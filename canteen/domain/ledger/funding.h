// Matches the tenders of an order with the accounts behind them. Pure; any thread.
#pragma once

#include <map>
#include <set>

#include "canteen/domain/ledger/wallet.h"
#include "canteen/domain/model/order.h"
#include "canteen/domain/model/points.h"

namespace canteen {

// A guest's means to pay beside the money in their hand.
struct PaymentSources {
    Wallet wallet;                          // stored value
    std::map<std::string, Fen> allowances;  // what employers still give the guest for the meal, by code
    std::set<std::string> accounts;         // employers that take the order on their account, by code
    std::int64_t points = 0;                // that the guest holds
    PointsRule points_rule;
    std::vector<AccountKind> deduct_order = usual_deduct_order;
};

// The part of these sources that the tenders take, and what they ask beyond it.
struct Funding {
    // Debits of what was found: money in hand, then what is deducted in its order, then employers' accounts.
    std::vector<Posting> postings;
    std::map<std::string, Fen> allowances;  // taken, by employer
    std::int64_t points = 0;                // taken
    Fen beyond_wallet;
    std::map<std::string, Fen> beyond_allowance;  // by employer
    Fen beyond_points;
    std::int64_t points_missing = 0;       // 0 beside a sum beyond: points have no rate
    std::set<std::string> not_on_account;  // employers

    // Returns the part that employers and the points' funder do not bear though the guest was not asked for it.
    Fen borne_by_canteen() const;
};

// Several tenders of one kind or employer count together.
Funding funding_of(const std::vector<Tender>& tenders, const PaymentSources& sources);

}  // namespace canteen
