#include "pos-client/counter/tender_offers.h"

#include <algorithm>
#include <array>

namespace canteen::till {
namespace {

constexpr std::array channels{TenderKind::wechat, TenderKind::alipay, TenderKind::unionpay, TenderKind::ecny};

std::string name_of_employer(const TenderBasis& basis, const std::string& code) {
    if (!basis.sheet) return code;
    const auto& all = basis.sheet->employers;
    const auto found = std::ranges::find(all, code, &EmployerRight::employer);
    return found == all.end() ? code : found->name;
}

TenderOffer in_cash(Fen due) {
    const Fen rounding{due.value % 10};
    return {TenderKind::cash, {}, {}, due, {}, rounding};
}

std::optional<TenderOffer> from_stored_value(const TenderBasis& basis, Fen due) {
    if (!basis.holding) return std::nullopt;
    const auto balance = basis.holding->principal + basis.holding->bonus;
    if (balance <= Fen{} || due == Fen{}) return std::nullopt;
    const auto most = std::min(balance, due);
    return TenderOffer{TenderKind::stored_value, {}, {}, most, balance - most, {}};
}

}  // namespace

std::vector<TenderOffer> tender_offers(const TenderBasis& basis) {
    const auto due = basis.offer.draft.shown.to_pay;
    std::vector<TenderOffer> offers;
    for (const auto& [code, left] : basis.offer.allowances)
        if (const auto most = std::min(left, due); most > Fen{})
            offers.push_back({TenderKind::allowance, code, name_of_employer(basis, code), most, left - most, {}});
    const auto stored = from_stored_value(basis, due);
    if (stored && stored->most == due) offers.push_back(*stored);
    offers.push_back(in_cash(due));
    for (const auto kind : channels) offers.push_back({kind, {}, {}, due, {}, {}});
    if (stored && stored->most < due) offers.push_back(*stored);
    for (const auto& code : basis.offer.accounts)
        offers.push_back({TenderKind::employer, code, name_of_employer(basis, code), due, {}, {}});
    if (basis.with_server && basis.holding && basis.holding->points > 0)
        offers.push_back({TenderKind::points, {}, {}, due, {}, {}});
    return offers;
}

}  // namespace canteen::till
