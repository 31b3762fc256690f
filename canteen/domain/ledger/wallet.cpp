#include "canteen/domain/ledger/wallet.h"

#include <algorithm>
#include <charconv>
#include <string_view>

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
    constexpr std::string_view digits = "0123456789abcdef";
    std::string owner;
    for (const unsigned byte : member.bytes) {
        owner += digits[byte >> 4U];
        owner += digits[byte & 15U];
    }
    return {kind, owner};
}

MemberId stored_value_owner(const Account& account) {
    MemberId member;
    if (!is_stored_value(account.kind) || account.owner.size() != member.bytes.size() * 2) return {};
    for (std::size_t i = 0; i < member.bytes.size(); ++i) {
        const auto* digits = account.owner.data() + i * 2;
        const auto [end, error] = std::from_chars(digits, digits + 2, member.bytes[i], 16);
        if (error != std::errc{} || end != digits + 2) return {};
    }
    return member;
}

}  // namespace canteen
