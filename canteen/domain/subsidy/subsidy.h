// Works out what the classes of one subsidy step come to. Rules: deploy/schemes/FORMAT.md, "Steps". Pure; any thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "canteen/domain/model/right_sheet.h"

namespace canteen {

// The part of one benefit that one payer bears; may be 0 fen.
struct Gift {
    std::string payer;
    Fen fen;
    bool operator==(const Gift&) const = default;
};

struct SubsidyBasis {
    Fen food;  // that the class looks at, before any discount, without the delivery fee
    Fen left;  // of this food, when the step begins
    MealSlot slot = MealSlot::lunch;
    std::optional<Fen> room{};  // what may be given at most; absent: all that is left
};

// By what the minimum looks at: the food, or what is left of it. True without a minimum.
bool is_reached(const std::optional<MinSpend>& min, const SubsidyBasis& basis);

// Returns what the class gives: never more than what is left or than the room; the excess is taken off as `shrink`
// says.
std::vector<Gift> gifts_of(const SheetClass& sheet_class, const SubsidyBasis& basis);

// The gifts of the class that gives most (equal: the first), of the first that gives anything, or of all of them one
// after the other, each from what those before it left. Nothing if the food reaches the minimum of no class.
using BasisOfClass = std::function<SubsidyBasis(const SheetClass&)>;
std::optional<std::vector<Gift>> chosen_gifts(Choose choose, const std::vector<SheetClass>& classes,
                                              const BasisOfClass& basis_of);
// The same where all classes look at the same food.
std::optional<std::vector<Gift>> chosen_gifts(Choose choose, const std::vector<SheetClass>& classes,
                                              const SubsidyBasis& basis);

Fen sum_of(const std::vector<Gift>& gifts);

}  // namespace canteen
