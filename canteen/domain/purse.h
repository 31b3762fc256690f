// What a guest has in the canteen's accounts, in the order in which it is taken. Pure; any thread.
#pragma once

#include <vector>

#include "canteen/domain/ids.h"
#include "canteen/domain/ledger.h"

namespace canteen {

// Bonus before principal unless the site says otherwise: what was given goes first, what was paid in stays longest.
inline const std::vector<AccountKind> usual_deduct_order{AccountKind::member_bonus, AccountKind::member_principal};

struct Purse {
    struct Part {
        Account account;
        Fen fen;  // not negative
    };
    std::vector<Part> parts;

    Fen total() const;
    Fen of(AccountKind kind) const;
    // What `sum` takes of each part, as postings that lessen them. At most the total.
    std::vector<Posting> taken(Fen sum) const;
};

// The account of that kind of a member; its owner is the id in lower-case hex.
Account account_of(MemberId member, AccountKind kind);

}  // namespace canteen
