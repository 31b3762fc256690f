#include "canteen/domain/subsidy/subsidy.h"

#include <algorithm>

namespace canteen {

namespace {

Fen sum_given_by(const FixedBenefit& benefit, const SubsidyBasis&) {
    return benefit.fen;
}

Fen sum_given_by(const BySlotBenefit& benefit, const SubsidyBasis& basis) {
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

Fen sum_given_by(const ShareBenefit& benefit, const SubsidyBasis& basis) {
    return std::min(part_of(basis.left, benefit.numerator, benefit.denominator, benefit.rounding), benefit.cap);
}

// Each takes what it offers while there is room.
template <class Gifts>
void fill(Gifts first, const Gifts& end, Fen room) {
    for (; first != end; ++first) {
        first->fen = std::min(first->fen, room);
        room -= first->fen;
    }
}

// Each in proportion to what it offers, rounded down; the fen left over go one each to the first ones.
void fill_in_proportion(std::vector<Gift>& gifts, Fen room) {
    __extension__ using Wide = __int128;  // a product of two sums
    const Fen offered = sum_of(gifts);
    if (offered <= room) return;
    Fen rest = room;
    for (auto& gift : gifts) {
        gift.fen = {static_cast<std::int64_t>(Wide{gift.fen.value} * room.value / offered.value)};
        rest -= gift.fen;
    }
    for (auto gift = gifts.begin(); rest > Fen{}; ++gift, rest -= Fen{1}) gift->fen += Fen{1};
}

// Takes off the basis what classes before took of the step's food.
void take(SubsidyBasis& basis, Fen taken) {
    basis.left = std::max(basis.left - taken, Fen{});
    if (basis.room) basis.room = std::max(*basis.room - taken, Fen{});
}

}  // namespace

bool is_reached(const std::optional<MinSpend>& min, const SubsidyBasis& basis) {
    if (!min) return true;
    const Fen spent = min->after_earlier ? basis.left : basis.food;
    return min->strict ? spent > min->fen : spent >= min->fen;
}

Fen sum_of(const std::vector<Gift>& gifts) {
    Fen sum;
    for (const auto& gift : gifts) sum += gift.fen;
    return sum;
}

std::vector<Gift> gifts_of(const SheetClass& sheet_class, const SubsidyBasis& basis) {
    const Fen room = std::min(basis.left, basis.room.value_or(basis.left));
    std::vector<Gift> gifts;
    for (const auto& benefit : sheet_class.benefits) {
        const Fen offered = std::visit([&](const auto& what) { return sum_given_by(what, basis); }, benefit.what);
        gifts.push_back({benefit.payer, offered});
    }
    switch (sheet_class.shrink) {
        case Shrink::last:
            fill(gifts.begin(), gifts.end(), room);
            break;
        case Shrink::first:
            fill(gifts.rbegin(), gifts.rend(), room);
            break;
        case Shrink::in_proportion:
            fill_in_proportion(gifts, room);
            break;
    }
    return gifts;
}

std::optional<std::vector<Gift>> chosen_gifts(Choose choose, const std::vector<SheetClass>& classes,
                                              const BasisOfClass& basis_of) {
    std::optional<std::vector<Gift>> chosen;
    for (const auto& sheet_class : classes) {
        SubsidyBasis basis = basis_of(sheet_class);
        const bool has_its_meal = !sheet_class.set_meals_from || basis.food > Fen{};
        if (!has_its_meal || !is_reached(sheet_class.min_spend, basis)) continue;
        const Fen given = chosen ? sum_of(*chosen) : Fen{};
        if (choose == Choose::first && given > Fen{}) break;
        if (choose == Choose::sum) take(basis, given);
        auto gifts = gifts_of(sheet_class, basis);
        if (chosen && choose == Choose::sum) {
            chosen->insert(chosen->end(), gifts.begin(), gifts.end());
        } else if (!chosen || sum_of(gifts) > given) {
            chosen = std::move(gifts);
        }
    }
    return chosen;
}

std::optional<std::vector<Gift>> chosen_gifts(Choose choose, const std::vector<SheetClass>& classes,
                                              const SubsidyBasis& basis) {
    return chosen_gifts(choose, classes, [&basis](const SheetClass&) { return basis; });
}

}  // namespace canteen
