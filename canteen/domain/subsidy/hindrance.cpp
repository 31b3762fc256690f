#include "canteen/domain/subsidy/hindrance.h"

#include <algorithm>

#include "canteen/domain/base/choice.h"

namespace canteen {
namespace {

bool excludes(const SheetScheme& scheme, const SheetScheme& other) {
    return std::any_of(scheme.excludes.begin(), scheme.excludes.end(),
                       [&other](const std::string& id) { return id == other.scheme || id == every_other_scheme; });
}

// Keeps only the first that gives of two schemes one of which excludes the other.
bool is_excluded(const PricingState& state, const SheetScheme& scheme) {
    return std::any_of(state.gave.begin(), state.gave.end(), [&scheme](const SheetScheme* earlier) {
        return excludes(*earlier, scheme) || excludes(scheme, *earlier);
    });
}

// 1: the first. Several orders of a meal are one.
std::uint32_t meal_of_day(const PricingState& state) {
    const std::size_t this_one = state.was_eaten(state.query.meal.slot) ? 1 : 0;
    return static_cast<std::uint32_t>(state.meals_eaten() - this_one + 1);
}

bool is_enough(const PricingState& state, const std::optional<MinSpend>& min,
               const std::optional<Fen>& set_meals_from) {
    return !min || is_reached(min, state.basis_of(set_meals_from, state.food_left));
}

// Counts are of the scheme, over all its versions and steps, before this order.
bool is_used_up(PricingState& state, const Limits& limits) {
    bool any = false;
    const auto look_at = [&](UseKind kind, const std::optional<std::uint32_t>& limit) {
        if (!limit || state.tally.used(state.key_of(kind)) < std::int64_t{*limit}) return;
        state.hold_back(state.key_of(kind));
        any = true;
    };
    look_at(UseKind::per_slot, limits.per_slot);
    look_at(UseKind::per_day, limits.per_day);
    look_at(UseKind::per_week, limits.per_week);
    look_at(UseKind::per_month, limits.per_month);
    look_at(UseKind::per_year, limits.per_year);
    return any;
}

bool has_set_meal_for(const PricingState& state, const SubsidyRight& right) {
    const auto found = [&](const SheetClass& sheet_class) {
        const auto from = std::max(right.set_meals_from, sheet_class.set_meals_from);
        return !from || food_of(state.query.lines, from) > Fen{};
    };
    return std::any_of(right.classes.begin(), right.classes.end(), found);
}

const char* hindrance_of_meal_and_limits(PricingState& state, const StepTerms& terms) {
    if (!allows(terms.meals, state.query.meal.slot)) return "other_meal";
    if (!allows(terms.days, state.query.day_kind)) return "other_day";
    if (!allows(terms.modes, state.query.mode)) return "other_mode";
    if (!terms.meals_of_day.empty()) {
        if (!state.sheet.has_number()) return "needs_number";
        if (!allows(terms.meals_of_day, meal_of_day(state))) return "other_meal_of_day";
    }
    if (!terms.limits.any()) return nullptr;
    if (!state.sheet.has_number()) return "needs_number";
    return is_used_up(state, terms.limits) ? "limit_used" : nullptr;
}

}  // namespace

const char* hindrance_of(const PricingState& state, const SheetScheme& scheme) {
    if (is_excluded(state, scheme)) return "excluded";
    return allows(scheme.identification, state.query.identified) ? nullptr : "not_identified";
}

const char* hindrance_of(PricingState& state, const SubsidyRight& right) {
    if (const char* hindrance = hindrance_of_meal_and_limits(state, right.terms)) return hindrance;
    if (!has_set_meal_for(state, right)) return "no_set_meal";
    if (!is_enough(state, right.terms.min_spend, right.set_meals_from)) return "below_min_spend";
    return state.food_left == Fen{} ? "nothing_left" : nullptr;
}

const char* hindrance_of(PricingState& state, const StepTerms& terms) {
    if (const char* hindrance = hindrance_of_meal_and_limits(state, terms)) return hindrance;
    return is_enough(state, terms.min_spend, {}) ? nullptr : "below_min_spend";
}

Fen left_of_caps(const PricingState& state, const Limits& limits, Fen most) {
    const auto look_at = [&](UseKind kind, const std::optional<Fen>& limit) {
        if (limit) most = std::min(most, state.tally.left_of(state.key_of(kind), *limit));
    };
    look_at(UseKind::given_month, limits.given_per_month);
    look_at(UseKind::given_year, limits.given_per_year);
    return most;
}

void note_caps(PricingState& state, const Limits& limits, Fen capped) {
    const auto look_at = [&](UseKind kind, const std::optional<Fen>& limit) {
        if (limit && state.tally.left_of(state.key_of(kind), *limit) == capped) state.hold_back(state.key_of(kind));
    };
    look_at(UseKind::given_month, limits.given_per_month);
    look_at(UseKind::given_year, limits.given_per_year);
}

}  // namespace canteen
