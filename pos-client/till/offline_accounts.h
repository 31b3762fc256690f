// Limits what a till takes from members' accounts without the server: the balance it was told may be spent elsewhere
// meanwhile. Pure; any thread.
#pragma once

#include <optional>

#include "canteen/domain/model/order.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/model/site.h"

namespace canteen::till {

// Sales on accounts without the server in one meal.
struct TakenFromAccounts {
    std::uint32_t sales = 0;
    Fen sum;
    bool operator==(const TakenFromAccounts&) const = default;
};

struct AccountsBasis {
    std::optional<Fen> balance;  // the member's, less what this till took since; absent: the server tells none
    TakenFromAccounts taken;
    OfflineAccounts bound;
};

// Returns how much the tenders take from the member's stored value and points, in fen.
Fen from_accounts(const std::vector<Tender>& tenders);

// Refuses account_short with what is left of the balance, and offline_limit with the meal's sales and what is left of
// the sum.
Refusal check_offline(const std::vector<Tender>& tenders, const AccountsBasis& basis);

}  // namespace canteen::till
