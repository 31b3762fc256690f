// One order being priced: what it is, what earlier steps gave and left, and the step that is looked at. Of pricing
// alone. Pure; one thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "canteen/domain/subsidy/price.h"
#include "canteen/domain/subsidy/subsidy.h"
#include "canteen/domain/subsidy/tally.h"

namespace canteen {

struct PricingState {
    PricingState(const PriceQuery& order, const RightSheet& rights, const Uses& uses);

    // Counts for the member in the scheme being applied.
    UseKey key_of(UseKind kind) const { return {sheet.member, scheme->scheme, kind, period_of(kind, query.meal)}; }
    // Sums the set meals, or all food, and what is left of it. Money that earlier steps gave counts against the set
    // meals first.
    SubsidyBasis basis_of(const std::optional<Fen>& set_meals_from, Fen room) const;
    bool has_set_meal_of(Fen list_price) const;
    // Meals of the day that were eaten with a subsidy, this one included.
    std::size_t meals_eaten() const;
    bool was_eaten(MealSlot slot) const;

    void hold_back(const UseKey& key, const std::string& payer = {}) {
        priced.held_back.push_back({scheme->scheme, step->index, payer, key});
    }
    void explain(const char* code, Fen fen = {}) { priced.why.push_back({scheme->scheme, step->index, code, fen}); }

    const PriceQuery& query;
    const RightSheet& sheet;
    Tally tally;
    Fen food;  // before any discount, without the delivery fee
    Fen food_left;
    Fen fee_left;
    Priced priced;
    std::vector<const SheetScheme*> gave;

    // The scheme being applied, and its step.
    const SheetScheme* scheme = nullptr;
    const SheetStep* step = nullptr;
    bool subsidised = false;
};

}  // namespace canteen
