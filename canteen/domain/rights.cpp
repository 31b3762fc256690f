#include "canteen/domain/rights.h"

#include <algorithm>

namespace canteen {

namespace {

const SheetStep* step_of(const RightSheet& sheet, const Share& share) {
    for (const auto& scheme : sheet.schemes) {
        if (scheme.scheme != share.scheme) continue;
        for (const auto& step : scheme.steps)
            if (step.index == share.step) return &step;
    }
    return nullptr;
}

// The sum of the granted shares of one scheme that come from steps of one kind of right.
template <class Right>
Fen granted_by(const RightSheet& sheet, const std::vector<Share>& granted, const std::string& scheme) {
    Fen sum;
    for (const auto& share : granted) {
        const SheetStep* step = step_of(sheet, share);
        if (share.scheme == scheme && step && std::holds_alternative<Right>(step->what)) sum += share.fen;
    }
    return sum;
}

std::uint32_t smallest_free_ordinal(const Canteen& state, const UseKey& key) {
    std::uint32_t ordinal = 1;
    const auto found = state.uses.find(key);
    if (found == state.uses.end()) return ordinal;
    while (found->second.ordinals.contains(ordinal)) ++ordinal;
    return ordinal;
}

// The share with the same scheme, step and payer; null if there is none.
Share* same_share(std::vector<Share>& shares, const Share& share) {
    const auto same = std::find_if(shares.begin(), shares.end(), [&share](const Share& s) {
        return s.scheme == share.scheme && s.step == share.step && s.payer == share.payer;
    });
    return same == shares.end() ? nullptr : &*same;
}

bool was_used_up(const Quote& quote, const Share& share) {
    const SheetStep* step = step_of(quote.sheet, share);
    if (step && std::holds_alternative<QuotaRight>(step->what)) return true;
    return std::any_of(quote.priced.why.begin(), quote.priced.why.end(), [&share](const Why& why) {
        return why.scheme == share.scheme && why.step == share.step && why.code == "limit_used";
    });
}

// Adds the counts of the share's step that have none left.
void dispute(const Share& share, const Quote& quote, Meal meal, std::vector<UseKey>& disputed) {
    const auto add = [&](UseKind kind) {
        UseKey key{quote.sheet.member, share.scheme, kind, period_of(kind, meal)};
        if (std::find(disputed.begin(), disputed.end(), key) == disputed.end()) disputed.push_back(std::move(key));
    };
    const SheetStep* step = step_of(quote.sheet, share);
    if (step && std::holds_alternative<QuotaRight>(step->what)) return add(UseKind::quota_month);
    const auto* right = step ? std::get_if<SubsidyRight>(&step->what) : nullptr;
    if (!right) return;
    const auto add_if_full = [&](UseKind kind, const std::optional<std::uint32_t>& limit) {
        const auto used = quote.uses.find({quote.sheet.member, share.scheme, kind, period_of(kind, meal)});
        if (limit && used != quote.uses.end() && used->second >= std::int64_t{*limit}) add(kind);
    };
    add_if_full(UseKind::per_slot, right->limits.per_slot);
    add_if_full(UseKind::per_day, right->limits.per_day);
    add_if_full(UseKind::per_week, right->limits.per_week);
}

}  // namespace

std::vector<UsedRight> rights_used(const Canteen& state, const OrderDraft& draft, const Quote& quote,
                                   const std::vector<Share>& granted) {
    std::vector<UsedRight> rights;
    if (!quote.sheet.has_number()) return rights;
    for (const auto& key : quote.priced.uses) {
        if (granted_by<SubsidyRight>(quote.sheet, granted, key.scheme) > Fen{})
            rights.push_back({key, smallest_free_ordinal(state, key), {}});
    }
    for (const auto& [key, fen] : quote.priced.quota) {
        const Fen taken = std::min(fen, granted_by<QuotaRight>(quote.sheet, granted, key.scheme));
        if (taken > Fen{}) rights.push_back({key, 0, taken});
    }
    const UseKey eaten{quote.sheet.member, "", UseKind::meal_eaten, period_of(UseKind::meal_eaten, draft.meal)};
    rights.push_back({eaten, smallest_free_ordinal(state, eaten), {}});
    return rights;
}

Settlement settle(const std::vector<Share>& charged, const Quote& quote, Meal meal) {
    Settlement result;
    std::vector<Share> left = quote.priced.shares;
    for (Share share : charged) {
        Share* now = same_share(left, share);
        const Fen granted = now ? std::min(now->fen, share.fen) : Fen{};
        if (now) now->fen -= granted;
        if (granted > Fen{}) result.granted.push_back({share.scheme, share.step, share.payer, granted});
        share.fen -= granted;
        if (share.fen == Fen{}) continue;
        if (was_used_up(quote, share)) {
            dispute(share, quote, meal, result.disputed);
            result.used_up.push_back(std::move(share));
        } else {
            result.differs = true;
        }
    }
    // What payers would have borne and the guest paid himself; behind a used-up right later steps give more by
    // themselves.
    if (result.used_up.empty() && std::any_of(left.begin(), left.end(), [](const Share& s) { return s.fen > Fen{}; }))
        result.differs = true;
    return result;
}

}  // namespace canteen
