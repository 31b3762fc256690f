#include "canteen/domain/subsidy/benefit.h"

#include <algorithm>

#include "canteen/domain/subsidy/budget.h"
#include "canteen/domain/subsidy/hindrance.h"

namespace canteen {
namespace {

constexpr std::uint32_t whole_percent = 100;

// As far as the payer's budgets reach.
Fen within_budgets(PricingState& state, const Gift& gift) {
    const auto& scheme = *state.scheme;
    Fen most = gift.fen;
    for (const auto& budget : scheme.budgets) {
        if (!covers(budget, gift.payer)) continue;
        const UseKey key = key_of(scheme, budget, state.query.meal);
        const Fen left = state.tally.left_of(key, budget.amount);
        if (left < gift.fen) state.hold_back(key, gift.payer);
        most = std::min(most, left);
    }
    for (const auto& budget : scheme.budgets) {
        if (covers(budget, gift.payer)) state.tally.take(key_of(scheme, budget, state.query.meal), most);
    }
    return most;
}

// Books the gift and says what it came to.
Fen give(PricingState& state, const Gift& gift, Fen& left) {
    const Fen given = within_budgets(state, gift);
    if (given == Fen{}) return given;
    left -= given;
    add(state.priced.shares, {state.scheme->scheme, state.step->index, gift.payer, given});
    return given;
}

// The meal is a subsidised one.
void count(PricingState& state, Fen given) {
    state.subsidised = true;
    if (!state.sheet.has_number()) return;
    for (const UseKind kind : state.scheme->counted) {
        if (is_amount(kind)) state.tally.take(state.key_of(kind), given);
    }
}

// Gives by a step of another kind than subsidy.
Fen give_and_explain(PricingState& state, const std::string& payer, Fen offered, Fen& left, Fen room) {
    const Fen wanted = std::clamp(offered, Fen{}, room);
    const auto& limits = state.step->terms.limits;
    const Fen asked = left_of_caps(state, limits, wanted);
    if (asked < wanted) note_caps(state, limits, asked);
    const bool is_left = left > Fen{};
    const Fen given = give(state, {payer, asked}, left);
    if (given > Fen{}) {
        if (state.step->counts()) count(state, given);
        state.explain("given", given);
    } else if (asked > Fen{}) {
        state.explain("budget_used");
    } else if (wanted > Fen{}) {
        state.explain("limit_used");
    } else if (room == Fen{}) {
        state.explain(is_left ? "self_pay_kept" : "nothing_left");
    } else {
        state.explain("gives_nothing");
    }
    return given;
}

Fen give_of_food(PricingState& state, const std::string& payer, Fen offered) {
    const Fen room = std::max(state.food_left - state.scheme->min_self_pay, Fen{});
    return give_and_explain(state, payer, offered, state.food_left, room);
}

// 100: gives nothing. A guest without number has no first meal of the day.
std::uint32_t percent_of(const PricingState& state, const DiscountRight& right) {
    if (right.pay_percent) return *right.pay_percent;
    if (!state.sheet.has_number()) return whole_percent;
    const auto& by_meal = right.pay_percent_by_meal_of_day;
    const auto eaten = state.meals_eaten();
    return eaten < by_meal.size() ? by_meal[eaten] : whole_percent;
}

const char* nothing_given(Fen capped) {
    return capped == Fen{} ? "limit_used" : "gives_nothing";
}

}  // namespace

void apply(PricingState& state, const SubsidyRight& right) {
    if (const char* hindrance = hindrance_of(state, right)) return state.explain(hindrance);
    const Fen kept = std::max(right.min_self_pay, state.scheme->min_self_pay);
    const Fen room = std::max(state.food_left - kept, Fen{});
    if (room == Fen{}) return state.explain("self_pay_kept");
    const Fen capped = left_of_caps(state, right.terms.limits, room);
    const auto gifts = chosen_gifts(right.choose, right.classes, [&](const SheetClass& sheet_class) {
        return state.basis_of(std::max(right.set_meals_from, sheet_class.set_meals_from), capped);
    });
    if (!gifts) return state.explain("below_min_spend");
    const Fen offered = sum_of(*gifts);
    if (capped < room && offered == capped) note_caps(state, right.terms.limits, capped);
    Fen given;
    for (const auto& gift : *gifts) given += give(state, gift, state.food_left);
    if (given == Fen{}) return state.explain(offered > Fen{} ? "budget_used" : nothing_given(capped));
    count(state, given);
    state.explain("given", given);
}

void apply(PricingState& state, const std::vector<DiscountRight>& rights) {
    const DiscountRight* best = nullptr;
    std::uint32_t lowest = whole_percent;
    bool needs_number = false;
    for (const auto& right : rights) {
        if (!right.pay_percent && !state.sheet.has_number()) needs_number = true;
        const std::uint32_t percent = percent_of(state, right);
        if (percent < lowest) {
            best = &right;
            lowest = percent;
        }
    }
    if (!best) return state.explain(needs_number ? "needs_number" : "gives_nothing");
    give_of_food(state, best->payer, part_of(state.food_left, whole_percent - lowest, whole_percent, best->rounding));
}

void apply(PricingState& state, const std::vector<FixedPriceRight>& rights) {
    const FixedPriceRight* best = nullptr;
    for (const auto& right : rights) {
        if (state.has_set_meal_of(right.list_price) && (!best || right.self_pay < best->self_pay)) best = &right;
    }
    if (!best) return state.explain("no_set_meal");
    const Fen set_left = best->list_price - (state.food - state.food_left);
    give_of_food(state, best->payer, set_left - best->self_pay);
}

void apply(PricingState& state, const QuotaRight& right) {
    if (!state.sheet.has_number()) return state.explain("needs_number");
    const UseKey key = state.key_of(UseKind::quota_month);
    const Fen remaining = state.tally.left_of(key, right.amount);
    if (remaining == Fen{}) {
        state.hold_back(key);
        return state.explain("limit_used");
    }
    if (remaining < state.food_left) state.hold_back(key);
    state.tally.take(key, give_of_food(state, right.payer, remaining));
}

void apply(PricingState& state, const DeliveryFeeRight& right) {
    if (state.query.mode != ServiceMode::delivery) return state.explain("other_mode");
    give_and_explain(state, right.payer, right.amount, state.fee_left, state.fee_left);
}

}  // namespace canteen
