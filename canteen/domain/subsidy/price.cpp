#include "canteen/domain/subsidy/price.h"

#include <utility>

#include "canteen/domain/subsidy/benefit.h"
#include "canteen/domain/subsidy/hindrance.h"
#include "canteen/domain/subsidy/pricing_state.h"

namespace canteen {
namespace {

// The three short counts whatever today's limits are: they hold over all versions of the scheme.
void note_counts(PricingState& state) {
    if (!state.subsidised || !state.sheet.has_number()) return;
    for (const UseKind kind : {UseKind::per_slot, UseKind::per_day, UseKind::per_week}) {
        state.priced.uses.push_back(state.key_of(kind));
    }
    for (const UseKind kind : state.scheme->counted) {
        if (!is_amount(kind)) state.priced.uses.push_back(state.key_of(kind));
    }
}

void apply(PricingState& state, const SheetStep& step, const char* hindrance) {
    state.step = &step;
    if (!hindrance) hindrance = hindrance_of(state, step.terms);
    if (hindrance) return state.explain(hindrance);
    std::visit([&state](const auto& right) { canteen::apply(state, right); }, step.what);
}

// Applies the steps one after the other; each sees what the earlier ones left.
void apply(PricingState& state, const SheetScheme& scheme) {
    state.scheme = &scheme;
    state.subsidised = false;
    const char* hindrance = hindrance_of(state, scheme);
    const std::size_t shares_before = state.priced.shares.size();
    for (const auto& step : scheme.steps) apply(state, step, hindrance);
    if (state.priced.shares.size() > shares_before) state.gave.push_back(&scheme);
    note_counts(state);
}

}  // namespace

Priced price(const PriceQuery& query, const RightSheet& sheet, const Uses& uses) {
    PricingState state(query, sheet, uses);
    for (const auto& scheme : sheet.schemes) apply(state, scheme);
    state.priced.self_pay = state.food_left + state.fee_left;
    state.priced.amounts = std::move(state.tally).taken();
    return std::move(state.priced);
}

}  // namespace canteen
