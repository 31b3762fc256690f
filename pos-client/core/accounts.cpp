// Limits what a till takes from members' accounts while the server says nothing.

#include <algorithm>

#include "canteen/domain/base/number.h"
#include "pos-client/core/kept_bounds.h"
#include "pos-client/core/till.h"

namespace canteen::till {
namespace {

constexpr const char* bounds_name = "offline_accounts";

}  // namespace

// Reads "SALES FEN"; an empty text means that the last server told no bound.
std::optional<OfflineAccounts> kept_bounds(const Outbox& outbox) {
    const auto kept = outbox.kept(bounds_name);
    if (!kept) return std::nullopt;
    const auto space = std::min(kept->find(' '), kept->size());
    const auto text = std::string_view(*kept);
    const auto sales = whole_number<std::uint32_t>(text.substr(0, space));
    const auto sum = whole_number<std::int64_t>(text.substr(std::min(space + 1, text.size())));
    if (!sales || !sum) return std::nullopt;
    return OfflineAccounts{*sales, {*sum}};
}

void keep_bounds(Outbox& outbox, const std::optional<OfflineAccounts>& bounds) {
    outbox.keep(bounds_name,
                bounds ? std::to_string(bounds->most_sales) + " " + std::to_string(bounds->most_sum.value) : "");
}

void Till::take_bounds() {
    if (!upstream_.live() || upstream_.welcome().offline_accounts == offline_accounts_) return;
    offline_accounts_ = upstream_.welcome().offline_accounts;
    keep_bounds(outbox_, offline_accounts_);
}

std::optional<Holding> Till::holding_of(MemberId member) const {
    if (!offline_accounts_ || !replica_.holdings_whole()) return std::nullopt;
    auto held = replica_.holding_of(member);
    const auto spent = outbox_.own_spending(member, upstream_.uses_seq());
    const auto of_bonus = std::min(spent, held.bonus);
    held.bonus -= of_bonus;
    held.principal -= spent - of_bonus;
    held.principal += outbox_.own_top_ups(member, upstream_.uses_seq());
    return held;
}

Fen Till::left_without_server(Meal meal) const {
    const auto bound = offline_accounts_.value_or(OfflineAccounts{});
    const auto taken = outbox_.stated_from_accounts(meal);
    if (taken.sales >= bound.most_sales) return {};
    return std::max(Fen{}, bound.most_sum - taken.sum);
}

Refusal Till::check_accounts(const OrderDraft& draft, const std::vector<Tender>& tenders, Fen counted) const {
    AccountsBasis basis;
    basis.bound = offline_accounts_.value_or(OfflineAccounts{});
    basis.taken = outbox_.stated_from_accounts(draft.meal);
    if (const auto held = holding_of(draft.member)) basis.balance = held->principal + held->bonus + counted;
    return check_offline(tenders, basis);
}

}  // namespace canteen::till
