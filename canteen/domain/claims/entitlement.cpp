#include "canteen/domain/claims/entitlement.h"

#include <algorithm>

#include "canteen/domain/subsidy/entitle.h"

namespace canteen {
namespace {

// True if the right gives anything in the payer's name.
struct GivesFrom {
    const std::string& payer;
    bool operator()(const SubsidyRight& right) const {
        return std::ranges::any_of(right.classes, [this](const SheetClass& c) {
            return std::ranges::any_of(c.benefits, [this](const Benefit& b) { return b.payer == payer; });
        });
    }
    template <class Right>
    bool operator()(const std::vector<Right>& rights) const {
        return std::ranges::any_of(rights, [this](const Right& right) { return right.payer == payer; });
    }
    template <class Right>
    bool operator()(const Right& right) const {
        return right.payer == payer;
    }
};

const SchemeVersion* version_of(const EditBasis& basis, const ClaimLine& meal) {
    return basis.scheme ? basis.scheme->version(meal.version) : nullptr;
}

const SchemeStep* step_of(const EditBasis& basis, const ClaimLine& meal, std::uint32_t step) {
    const auto* version = version_of(basis, meal);
    return version && step < version->steps.size() ? &version->steps[step] : nullptr;
}

std::optional<std::uint32_t> limit_of(const Limits& limits, UseKind kind) {
    if (kind == UseKind::per_slot) return limits.per_slot;
    if (kind == UseKind::per_day) return limits.per_day;
    return kind == UseKind::per_week ? limits.per_week : limits.per_month;
}

std::size_t slots_of(const SchemeStep& step) {
    const auto& meals = terms_of(step).meals;
    return meals.empty() ? meal_slots.size() : meals.size();
}

}  // namespace

bool Entitlement::is_given(const ClaimLine& meal, const SchemeVersion& version, const Facts& facts) const {
    const auto rights = rights_in(*basis_.scheme, version, facts);
    return std::ranges::any_of(rights.steps, [&](const SheetStep& step) {
        return std::ranges::find(meal.steps, step.index) != meal.steps.end() &&
               std::visit(GivesFrom{basis_.payer.payer}, step.what);
    });
}

bool Entitlement::holds_for(const ClaimLine& meal) const {
    const auto* version = version_of(basis_, meal);
    return !version || is_given(meal, *version, facts_on(member_, basis_.areas, meal.meal.date));
}

bool Entitlement::ended_by_moving(const ClaimLine& meal) const {
    const auto date = meal.meal.date;
    const auto ended = [date](const AreaFact& fact) { return fact.valid.to && *fact.valid.to < date; };
    if (std::ranges::none_of(member_.hukou, ended) && std::ranges::none_of(member_.residence, ended)) return false;
    const auto* version = version_of(basis_, meal);
    if (!version || holds_for(meal)) return false;
    Facts facts = facts_on(member_, basis_.areas, date);
    for (const auto& fact : member_.hukou)
        if (ended(fact)) facts.hukou = std::max(facts.hukou, facts_on(member_, basis_.areas, *fact.valid.to).hukou);
    for (const auto& fact : member_.residence) {
        if (!ended(fact)) continue;
        const Facts then = facts_on(member_, basis_.areas, *fact.valid.to);
        facts.resident |= then.resident;
        facts.residence = std::max(facts.residence, then.residence);
    }
    return is_given(meal, *version, facts);
}

std::optional<std::uint32_t> entitled_to(const EditBasis& basis, const ClaimLine& meal, UseKind kind) {
    std::optional<std::uint32_t> most;
    for (const auto step : meal.steps) {
        const auto* gave = step_of(basis, meal, step);
        const auto limit = gave ? limit_of(terms_of(*gave).limits, kind) : std::nullopt;
        if (limit) most = std::max(most.value_or(0), *limit);
    }
    return most;
}

// A step that pays for the delivery beside another right entitles to no meal.
std::uint32_t most_a_day(const EditBasis& basis, const ClaimLine& meal) {
    std::uint32_t most = 0;
    for (const auto step : meal.steps) {
        const auto* gave = step_of(basis, meal, step);
        if (!gave) return without_limit;
        if (!counts(*gave)) continue;
        const auto& limits = terms_of(*gave).limits;
        const auto slots = static_cast<std::uint32_t>(slots_of(*gave));
        const auto by_slot = limits.per_slot ? slots * *limits.per_slot : without_limit;
        most = std::max(most, std::min(by_slot, limits.per_day.value_or(without_limit)));
    }
    return most == 0 ? without_limit : most;
}

}  // namespace canteen
