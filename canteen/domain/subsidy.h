// What the classes of one subsidy step come to. Rules: deploy/schemes/FORMAT.md, "Steps". Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "canteen/domain/right_sheet.h"

namespace canteen {

// What one payer bears of one benefit; may be 0 fen.
struct Gift {
    std::string payer;
    Fen fen;
    bool operator==(const Gift&) const = default;
};

struct SubsidyBasis {
    Fen food;  // before any discount, without the delivery fee
    Fen left;  // of the food, when the step begins
    MealSlot slot = MealSlot::lunch;
};

// True without a minimum.
bool is_reached(const std::optional<MinSpend>& min, Fen food);

// The gifts of the class that gives most, never more than what is left; equal: the first.
// Nothing if the food reaches the minimum of no class.
std::optional<std::vector<Gift>> best_gifts(const std::vector<SheetClass>& classes, const SubsidyBasis& basis);

Fen sum_of(const std::vector<Gift>& gifts);

}  // namespace canteen
