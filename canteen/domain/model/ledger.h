// Double entry: every transaction of the ledger sums to zero. Debits are positive. Values; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/base/money.h"

namespace canteen {

enum class AccountKind : std::uint8_t {
    cash = 1,              // owner: the till in hex whose drawer it lies in; "": the office's, and of older bookings
    external = 2,          // owner: "wechat", "alipay", "bank", "unionpay", "ecny"
    member_principal = 3,  // owner: member id in hex
    member_bonus = 4,
    allowance = 5,   // owner: an employer's code; what it owes for its people's allowances
    employer = 6,    // owner: an employer's code; what it owes for orders on its account
    receivable = 7,  // owner: "scheme/payer", or "points/funder"; what a payer owes the canteen
    sales = 8,
    discount = 9,     // what the canteen itself gives (payer "canteen")
    concession = 10,  // granted to a guest though no payer bears it
    rounding = 11,
    opening = 12,
    exceptions = 13,  // money received that fits nowhere yet
    points = 14,      // in the deduct order only, never posted: points have a ledger of their own
    safe = 15,
    cash_difference = 16,  // what a count of a drawer found too little; negative: too much
    petty = 17,            // small sums out of a drawer for the house, and into it
};

struct Account {
    AccountKind kind = AccountKind::cash;
    std::string owner;
    auto operator<=>(const Account&) const = default;
};

struct Posting {
    Account account;
    Fen fen;
    bool operator==(const Posting&) const = default;
};

// Adds a posting, or to the one of the same account; a sum of zero is left out. Throws ProgrammerError for points.
void post(std::vector<Posting>& transaction, const Account& account, Fen fen);
// True if the postings sum to zero.
bool balances(const std::vector<Posting>& transaction);
// The transaction that takes this one back.
std::vector<Posting> reversal_of(std::vector<Posting> transaction);

}  // namespace canteen
