// Prices a basket from what the till knows, by the same price() as the server's. Pure; any thread.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "canteen/domain/model/order.h"
#include "canteen/domain/model/rejection.h"
#include "canteen/domain/subsidy/price.h"
#include "pos-client/till/basket.h"
#include "pos-client/till/replica.h"

namespace canteen::till {

// A use of rights that the order makes: a count of one, or fen of a quota.
using OwnUse = std::pair<UseKey, std::int64_t>;

struct Offer {
    OrderDraft draft;                       // id and pickup number are minted when it is sold
    std::vector<OwnUse> uses;               // counted against the till's next orders until the server's uses show them
    std::vector<Why> why;                   // each step's reason, for the cashier
    std::map<std::string, Fen> allowances;  // money the guest's employers still give for the meal, by code
    std::set<std::string> accounts;         // the guest's employers that have an account
};

struct OfferBasis {
    const Replica& replica;
    const Uses& own_uses;  // by the till's orders that the picture's uses do not show yet
    Timestamp now;         // server time as the till knows it
    bool own_kitchen = true;
};

// Returns the member chosen, or whose card was read or number typed, in this order; nil for a guest without number, or
// one the till does not know.
MemberId member_in(const Basket& basket, const Replica& replica);

// Returns the order as the guest is told it, or why the till cannot name a price (menu_unknown, dish_unknown,
// line_invalid, member_unknown, amount_invalid).
std::variant<Offer, Rejection> offer_for(const Basket& basket, const OfferBasis& basis);

}  // namespace canteen::till
