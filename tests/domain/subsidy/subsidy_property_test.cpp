// Properties of the classes chosen to give, tried on made-up ones.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "canteen/domain/subsidy/subsidy.h"
#include "tests/domain/support/any_sheet.h"

namespace canteen {
namespace {

// Makes classes that round down to the fen: a coarser unit rounds the parts of a sum otherwise than the whole.
std::vector<SheetClass> any_classes() {
    auto classes = any_subsidy().classes;
    for (auto& c : classes) {
        c.set_meals_from.reset();
        for (auto& benefit : c.benefits)
            if (auto* share = std::get_if<ShareBenefit>(&benefit.what)) share->rounding = {};
    }
    return classes;
}

SubsidyBasis any_basis() {
    SubsidyBasis basis{fen_up_to(3000), {}, static_cast<MealSlot>(1 + up_to(2))};
    basis.left = fen_up_to(static_cast<std::uint32_t>(basis.food.value));
    if (up_to(1) == 1) basis.room = fen_up_to(static_cast<std::uint32_t>(basis.left.value));
    return basis;
}

Fen given(Choose choose, const std::vector<SheetClass>& classes, const SubsidyBasis& basis) {
    const auto gifts = chosen_gifts(choose, classes, basis);
    return gifts ? sum_of(*gifts) : Fen{};
}

RC_GTEST_PROP(SubsidyProperty, the_sum_gives_most_and_the_best_no_less_than_the_first_and_none_more_than_may_be_given,
              ()) {
    const auto classes = any_classes();
    const auto basis = any_basis();
    const Fen first = given(Choose::first, classes, basis);
    const Fen best = given(Choose::best, classes, basis);
    const Fen sum = given(Choose::sum, classes, basis);
    RC_ASSERT(first <= best);
    RC_ASSERT(best <= sum);
    RC_ASSERT(sum <= basis.room.value_or(basis.left));
    RC_ASSERT((first > Fen{}) == (sum > Fen{}));
}

RC_GTEST_PROP(SubsidyProperty, of_one_class_it_does_not_matter_how_it_is_chosen, ()) {
    const std::vector<SheetClass> one{any_classes().front()};
    const auto basis = any_basis();
    const auto best = chosen_gifts(Choose::best, one, basis);
    RC_ASSERT(chosen_gifts(Choose::first, one, basis) == best);
    RC_ASSERT(chosen_gifts(Choose::sum, one, basis) == best);
}

}  // namespace
}  // namespace canteen
