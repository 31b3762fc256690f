#include "canteen/domain/purse.h"

#include <algorithm>
#include <string_view>

namespace canteen {

Fen Purse::total() const {
    Fen sum;
    for (const auto& part : parts) sum += part.fen;
    return sum;
}

Fen Purse::of(AccountKind kind) const {
    Fen sum;
    for (const auto& part : parts)
        if (part.account.kind == kind) sum += part.fen;
    return sum;
}

std::vector<Posting> Purse::taken(Fen sum) const {
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

}  // namespace canteen
