#include "canteen/domain/sales/rights.h"

#include <algorithm>

#include "canteen/domain/subsidy/budget.h"

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

bool is_quota(const SheetStep& step) {
    return std::holds_alternative<QuotaRight>(step.what);
}
bool is_counted(const SheetStep& step) {
    return step.counts();
}

// The sum of the granted shares of one scheme that come from steps of which that holds.
Fen granted_by(bool (*holds)(const SheetStep&), const RightSheet& sheet, const std::vector<Share>& granted,
               const std::string& scheme) {
    Fen sum;
    for (const auto& share : granted) {
        const SheetStep* step = step_of(sheet, share);
        if (share.scheme == scheme && step && holds(*step)) sum += share.fen;
    }
    return sum;
}

std::uint32_t smallest_free_ordinal(const Canteen& state, const UseKey& key) {
    std::uint32_t ordinal = 1;
    const auto found = state.uses.find(key);
    if (found == state.uses.end() || found->second.ordinals.empty()) return ordinal;
    const auto& taken = found->second.ordinals;
    if (taken.size() == *taken.rbegin()) return *taken.rbegin() + 1;  // none in between is free
    while (found->second.ordinals.contains(ordinal)) ++ordinal;
    return ordinal;
}

bool holds_back(const HeldBack& held, const Share& share) {
    return held.scheme == share.scheme && held.step == share.step && (held.payer.empty() || held.payer == share.payer);
}

bool was_used_up(const Quote& quote, const Share& share) {
    const SheetStep* step = step_of(quote.sheet, share);
    if (step && is_quota(*step)) return true;
    const auto& held_back = quote.priced.held_back;
    return std::any_of(held_back.begin(), held_back.end(),
                       [&share](const HeldBack& held) { return holds_back(held, share); });
}

// Adds what of the share's step is spent.
void dispute(const Share& share, const Quote& quote, Meal meal, std::vector<UseKey>& disputed) {
    const auto add = [&disputed](const UseKey& key) {
        if (std::find(disputed.begin(), disputed.end(), key) == disputed.end()) disputed.push_back(key);
    };
    const SheetStep* step = step_of(quote.sheet, share);
    if (step && is_quota(*step))
        add({quote.sheet.member, share.scheme, UseKind::quota_month, period_of(UseKind::quota_month, meal)});
    for (const auto& held : quote.priced.held_back)
        if (holds_back(held, share)) add(held.key);
}

}  // namespace

Fen granted_of(const UseKey& key, const RightSheet& sheet, const std::vector<Share>& granted) {
    if (key.kind == UseKind::quota_month) return granted_by(is_quota, sheet, granted, key.scheme);
    if (!is_budget(key.kind)) return granted_by(is_counted, sheet, granted, key.scheme);
    Fen sum;
    for (const auto& scheme : sheet.schemes) {
        for (const auto& budget : scheme.budgets) {
            const UseKey counted = key_of(scheme, budget, {});
            if (counted.kind != key.kind || counted.scheme != key.scheme) continue;
            for (const auto& share : granted)
                if (share.scheme == scheme.scheme && covers(budget, share.payer)) sum += share.fen;
            return sum;
        }
    }
    return sum;
}

std::vector<UsedRight> rights_used(const Canteen& state, const OrderDraft& draft, const Quote& quote,
                                   const std::vector<Share>& granted) {
    std::vector<UsedRight> rights;
    for (const auto& key : quote.priced.uses) {
        if (granted_by(is_counted, quote.sheet, granted, key.scheme) > Fen{})
            rights.push_back({key, smallest_free_ordinal(state, key), {}});
    }
    for (const auto& [key, fen] : quote.priced.amounts) {
        const Fen taken = std::min(fen, granted_of(key, quote.sheet, granted));
        if (taken > Fen{}) rights.push_back({key, 0, taken});
    }
    if (!quote.sheet.has_number()) return rights;
    const UseKey eaten{quote.sheet.member, "", UseKind::meal_eaten, period_of(UseKind::meal_eaten, draft.meal)};
    rights.push_back({eaten, smallest_free_ordinal(state, eaten), {}});
    return rights;
}

std::vector<UsedRight> rights_kept(const std::vector<UsedRight>& held, const RightSheet& sheet,
                                   const std::vector<Share>& granted) {
    std::vector<UsedRight> kept;
    for (UsedRight right : held) {
        if (right.key.kind == UseKind::allowance) {
            kept.push_back(std::move(right));
            continue;
        }
        const bool is_amount = right.ordinal == 0;
        if (is_amount) right.fen = std::min(right.fen, granted_of(right.key, sheet, granted));
        const bool is_kept = right.key.kind == UseKind::meal_eaten ||
                             (is_amount ? right.fen : granted_by(is_counted, sheet, granted, right.key.scheme)) > Fen{};
        if (is_kept) kept.push_back(std::move(right));
    }
    return kept;
}

std::vector<UsedRight> without_allowances(std::vector<UsedRight> kept, const std::vector<Posting>& refund) {
    for (auto& right : kept) {
        if (right.key.kind != UseKind::allowance) continue;
        for (const auto& posting : refund)
            if (posting.account == Account{AccountKind::allowance, right.key.scheme}) right.fen += posting.fen;
    }
    std::erase_if(kept, [](const UsedRight& r) { return r.key.kind == UseKind::allowance && r.fen <= Fen{}; });
    return kept;
}

void give_rights_back(Events& events, const Order& order, const std::vector<UsedRight>& kept) {
    for (const auto& right : order.rights) {
        const auto still = std::find_if(kept.begin(), kept.end(), [&right](const UsedRight& k) {
            return k.key == right.key && k.ordinal == right.ordinal;
        });
        if (still != kept.end() && *still == right) continue;
        events.emplace_back(RightFreed{order.draft.id, right});
        if (still != kept.end()) events.emplace_back(RightUsed{order.draft.id, *still});
    }
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
    // Payers would have borne these shares, and the guest paid them; behind a used-up right later steps give more by
    // themselves.
    if (result.used_up.empty() && std::any_of(left.begin(), left.end(), [](const Share& s) { return s.fen > Fen{}; }))
        result.differs = true;
    return result;
}

}  // namespace canteen
