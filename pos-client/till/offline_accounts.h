// How much a till takes from members' accounts without the server: what it was told of them may be spent elsewhere
// meanwhile. Pure; any thread.
#pragma once

#include <optional>

#include "canteen/domain/model/order.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/model/site.h"

namespace canteen::till {

// What was sold from accounts without the server in one meal.
struct TakenFromAccounts {
    std::uint32_t sales = 0;
    Fen sum;
    bool operator==(const TakenFromAccounts&) const = default;
};

struct AccountsBasis {
    std::optional<Fen> balance;  // of the member, less what this till took since; absent: the server tells none
    TakenFromAccounts taken;
    OfflineAccounts bound;
};

// What the tenders ask of the member's stored value and points, in fen.
Fen from_accounts(const std::vector<Tender>& tenders);

// Refuses account_short with what is left of the balance, and offline_limit with the meal's sales and what is left of
// the sum.
Refusal check_offline(const std::vector<Tender>& tenders, const AccountsBasis& basis);

}  // namespace canteen::till
