#include "canteen/domain/ledger/wallet.h"

#include <algorithm>

#include "canteen/domain/base/hex.h"

namespace canteen {

bool is_stored_value(AccountKind kind) {
    return kind == AccountKind::member_bonus || kind == AccountKind::member_principal;
}

std::vector<AccountKind> whole_deduct_order(const std::vector<AccountKind>& named) {
    std::vector<AccountKind> order;
    for (const auto kind : usual_deduct_order)
        if (std::find(named.begin(), named.end(), kind) == named.end()) order.push_back(kind);
    order.insert(order.end(), named.begin(), named.end());
    return order;
}

Fen Wallet::total() const {
    Fen sum;
    for (const auto& part : parts) sum += part.fen;
    return sum;
}

Fen Wallet::of(AccountKind kind) const {
    Fen sum;
    for (const auto& part : parts)
        if (part.account.kind == kind) sum += part.fen;
    return sum;
}

std::vector<Posting> Wallet::taken(Fen sum) const {
    std::vector<Posting> postings;
    for (const auto& part : parts) {
        const Fen fen = std::clamp(sum, Fen{}, part.fen);
        post(postings, part.account, fen);
        sum -= fen;
    }
    return postings;
}

Account account_of(MemberId member, AccountKind kind) {
    return {kind, to_hex(member.bytes)};
}

MemberId stored_value_owner(const Account& account) {
    if (!is_stored_value(account.kind)) return {};
    return {from_hex<sizeof(Bytes16)>(account.owner).value_or(Bytes16{})};
}

}  // namespace canteen
