// A guest's wallet: the money they have in the canteen's accounts, in the order in which it is taken. Pure; any thread.
#pragma once

#include <vector>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/model/ledger.h"

namespace canteen {

// The order unless the site says otherwise: what is for this meal alone and lapses goes first, then what was given;
// what was paid in stays longest.
inline const std::vector<AccountKind> usual_deduct_order{AccountKind::allowance, AccountKind::points,
                                                         AccountKind::member_bonus, AccountKind::member_principal};
// True for the accounts of stored value, which make up a wallet.
bool is_stored_value(AccountKind kind);
// All that is deducted, once each: kinds that are not named keep their usual place before those that are.
std::vector<AccountKind> whole_deduct_order(const std::vector<AccountKind>& named);

struct Wallet {
    struct Part {
        Account account;
        Fen fen;  // not negative
    };
    std::vector<Part> parts;

    Fen total() const;
    Fen of(AccountKind kind) const;
    // Returns what `sum` takes of each part, as postings that lessen them. At most the total.
    std::vector<Posting> taken(Fen sum) const;
};

// The account of that kind of a member; its owner is the id in lower-case hex.
Account account_of(MemberId member, AccountKind kind);
// Returns the member whose stored value the account holds; nil for any other account.
MemberId stored_value_owner(const Account& account);

}  // namespace canteen
