#include "canteen/domain/subsidy.h"

#include <algorithm>

namespace canteen {

namespace {

Fen amount_of(const FixedBenefit& benefit, const SubsidyBasis&) {
    return benefit.fen;
}

Fen amount_of(const BySlotBenefit& benefit, const SubsidyBasis& basis) {
    switch (basis.slot) {
        case MealSlot::breakfast:
            return benefit.breakfast;
        case MealSlot::lunch:
            return benefit.lunch;
        case MealSlot::dinner:
            return benefit.dinner;
    }
    return {};
}

Fen amount_of(const ShareBenefit& benefit, const SubsidyBasis& basis) {
    const Fen share{basis.left.value * std::int64_t{benefit.numerator} / std::int64_t{benefit.denominator}};
    return std::min(share, benefit.cap);
}

// The benefits of a class add up in order, each taking at most what is left.
std::vector<Gift> gifts_of(const SheetClass& sheet_class, const SubsidyBasis& basis) {
    std::vector<Gift> gifts;
    Fen left = basis.left;
    for (const auto& benefit : sheet_class.benefits) {
        const Fen offered = std::visit([&](const auto& what) { return amount_of(what, basis); }, benefit.what);
        const Fen given = std::min(offered, left);
        left -= given;
        gifts.push_back({benefit.payer, given});
    }
    return gifts;
}

}  // namespace

bool is_reached(const std::optional<MinSpend>& min, Fen food) {
    if (!min) return true;
    return min->strict ? food > min->fen : food >= min->fen;
}

Fen sum_of(const std::vector<Gift>& gifts) {
    Fen sum;
    for (const auto& gift : gifts) sum += gift.fen;
    return sum;
}

std::optional<std::vector<Gift>> best_gifts(const std::vector<SheetClass>& classes, const SubsidyBasis& basis) {
    std::optional<std::vector<Gift>> best;
    for (const auto& sheet_class : classes) {
        if (!is_reached(sheet_class.min_spend, basis.food)) continue;
        auto gifts = gifts_of(sheet_class, basis);
        if (!best || sum_of(gifts) > sum_of(*best)) best = std::move(gifts);
    }
    return best;
}

}  // namespace canteen
