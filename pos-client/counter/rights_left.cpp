#include "pos-client/counter/rights_left.h"

#include <algorithm>
#include <optional>

#include "canteen/domain/base/choice.h"

namespace canteen::till {
namespace {

struct Look {
    const RightSheet& sheet;
    const SheetScheme& scheme;
    Meal meal;
    DayKind day;
    const Uses& uses;

    std::int64_t used(UseKind kind) const {
        const auto found = uses.find({sheet.member, scheme.scheme, kind, period_of(kind, meal)});
        return found == uses.end() ? 0 : found->second;
    }
};

const StepTerms& terms_of(const SheetStep& step) {
    const auto* right = std::get_if<SubsidyRight>(&step.what);
    return right ? right->terms : step.terms;
}

bool is_of(const StepTerms& terms, const Look& look) {
    return allows(terms.meals, look.meal.slot) && allows(terms.days, look.day);
}

// Returns the least that any limit leaves; nothing if none counts meals.
std::optional<std::uint32_t> meals_left(const Limits& limits, const Look& look) {
    std::optional<std::uint32_t> least;
    const auto take = [&](UseKind kind, const std::optional<std::uint32_t>& limit) {
        if (!limit) return;
        const auto left = static_cast<std::uint32_t>(std::max<std::int64_t>(0, std::int64_t{*limit} - look.used(kind)));
        least = std::min(least.value_or(left), left);
    };
    take(UseKind::per_slot, limits.per_slot);
    take(UseKind::per_day, limits.per_day);
    take(UseKind::per_week, limits.per_week);
    take(UseKind::per_month, limits.per_month);
    take(UseKind::per_year, limits.per_year);
    return least;
}

std::optional<RightLeft> left_of(const SheetStep& step, const Look& look) {
    if (!is_of(terms_of(step), look)) return std::nullopt;
    if (const auto* quota = std::get_if<QuotaRight>(&step.what)) {
        const Fen left{std::max<std::int64_t>(0, quota->amount.value - look.used(UseKind::quota_month))};
        return RightLeft{look.scheme.scheme, true, 0, left};
    }
    const auto meals = meals_left(terms_of(step).limits, look);
    if (!meals) return std::nullopt;
    return RightLeft{look.scheme.scheme, false, *meals, {}};
}

}  // namespace

std::vector<RightLeft> rights_left(const RightSheet& sheet, Meal meal, DayKind day, const Uses& uses) {
    std::vector<RightLeft> rights;
    if (!sheet.has_number()) return rights;
    for (const auto& scheme : sheet.schemes) {
        const Look look{sheet, scheme, meal, day, uses};
        std::optional<RightLeft> best;
        for (const auto& step : scheme.steps) {
            const auto left = left_of(step, look);
            if (left && (!best || left->meals > best->meals || left->fen > best->fen)) best = left;
        }
        if (best) rights.push_back(*best);
    }
    return rights;
}

}  // namespace canteen::till
