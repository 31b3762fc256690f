#include "canteen/domain/subsidy/subsidy.h"

#include <gtest/gtest.h>

#include "tests/domain/support/town.h"

namespace canteen {
namespace {

const SubsidyBasis lunch_for_12{{1200}, {1200}, MealSlot::lunch};

TEST(Subsidy, the_class_that_gives_most_is_applied_never_the_sum) {
    const std::vector<SheetClass> classes{
        {0, {}, {fixed("a", 300)}}, {1, {}, {fixed("b", 500)}}, {2, {}, {fixed("c", 400)}}};
    EXPECT_EQ(chosen_gifts(Choose::best, classes, lunch_for_12), (std::vector<Gift>{{"b", {500}}}));
}

TEST(Subsidy, of_equal_classes_the_first_is_applied) {
    const std::vector<SheetClass> classes{{0, {}, {fixed("a", 2000)}}, {1, {}, {fixed("b", 5000)}}};
    EXPECT_EQ(chosen_gifts(Choose::best, classes, lunch_for_12), (std::vector<Gift>{{"a", {1200}}}))
        << "both come to all that is left";
}

TEST(Subsidy, a_class_below_its_own_minimum_does_not_compete) {
    const std::vector<SheetClass> classes{{0, MinSpend{{1200}, true}, {fixed("a", 500)}},
                                          {1, MinSpend{{1200}}, {fixed("b", 100)}}};
    EXPECT_EQ(chosen_gifts(Choose::best, classes, lunch_for_12), (std::vector<Gift>{{"b", {100}}}));
    EXPECT_FALSE(chosen_gifts(Choose::best, classes, {{1199}, {1199}, MealSlot::lunch}));
}

TEST(Subsidy, benefits_add_up_in_order_and_the_last_shrink_first) {
    const std::vector<SheetClass> classes{{0, {}, {fixed("city", 300), fixed("district", 300), fixed("street", 500)}}};
    EXPECT_EQ(chosen_gifts(Choose::best, classes, lunch_for_12),
              (std::vector<Gift>{{"city", {300}}, {"district", {300}}, {"street", {500}}}));
    EXPECT_EQ(chosen_gifts(Choose::best, classes, {{1200}, {500}, MealSlot::lunch}),
              (std::vector<Gift>{{"city", {300}}, {"district", {200}}, {"street", {0}}}));
}

TEST(Subsidy, a_benefit_by_slot_gives_what_the_meal_is_worth) {
    const std::vector<SheetClass> classes{{0, {}, {{"gov", BySlotBenefit{{100}, {200}, {250}}}}}};
    for (const auto& [slot, fen] :
         {std::pair{MealSlot::breakfast, 100}, {MealSlot::lunch, 200}, {MealSlot::dinner, 250}}) {
        EXPECT_EQ(chosen_gifts(Choose::best, classes, {{1200}, {1200}, slot}), (std::vector<Gift>{{"gov", {fen}}}));
    }
}

TEST(Subsidy, a_share_is_of_what_was_left_when_the_step_began_rounded_down_and_capped) {
    const std::vector<SheetClass> classes{{0, {}, {fixed("gov", 100), {"city", ShareBenefit{1, 4, {300}}}}}};
    EXPECT_EQ(chosen_gifts(Choose::best, classes, {{1300}, {1103}, MealSlot::lunch}),
              (std::vector<Gift>{{"gov", {100}}, {"city", {275}}}))
        << "275.75 of 11.03";
    EXPECT_EQ(chosen_gifts(Choose::best, classes, {{2000}, {2000}, MealSlot::lunch}),
              (std::vector<Gift>{{"gov", {100}}, {"city", {300}}}));
}

TEST(Subsidy, the_first_class_that_gives_anything_is_applied_if_the_step_says_so) {
    const std::vector<SheetClass> classes{{0, MinSpend{{1300}}, {fixed("too dear", 900)}},
                                          {1, {}, {fixed("nothing", 0)}},
                                          {2, {}, {fixed("a", 300)}},
                                          {3, {}, {fixed("b", 500)}}};
    EXPECT_EQ(chosen_gifts(Choose::first, classes, lunch_for_12), (std::vector<Gift>{{"a", {300}}}));
    EXPECT_EQ(chosen_gifts(Choose::best, classes, lunch_for_12), (std::vector<Gift>{{"b", {500}}}));
}

TEST(Subsidy, all_classes_add_up_if_the_step_says_so_each_from_what_those_before_left) {
    const std::vector<SheetClass> classes{{0, {}, {fixed("a", 700)}},
                                          {1, MinSpend{{1300}}, {fixed("too dear", 900)}},
                                          {2, {}, {{"half", ShareBenefit{1, 2, {9000}}}}},
                                          {3, {}, {fixed("b", 500)}}};
    EXPECT_EQ(chosen_gifts(Choose::sum, classes, lunch_for_12),
              (std::vector<Gift>{{"a", {700}}, {"half", {250}}, {"b", {250}}}));
    EXPECT_EQ(chosen_gifts(Choose::sum, classes, {{1200}, {1200}, MealSlot::lunch, Fen{800}}),
              (std::vector<Gift>{{"a", {700}}, {"half", {100}}, {"b", {0}}}))
        << "half of the 5.00 left is 2.50, but 1.00 may still be given";
    EXPECT_FALSE(chosen_gifts(Choose::sum, {classes[1]}, lunch_for_12));
}

TEST(Subsidy, a_minimum_may_look_at_what_earlier_steps_left_but_not_at_what_classes_before_took) {
    const std::vector<SheetClass> classes{{0, {}, {fixed("a", 700)}},
                                          {1, MinSpend{{1000}, false, true}, {fixed("b", 200)}}};
    EXPECT_EQ(chosen_gifts(Choose::sum, classes, {{1200}, {1000}, MealSlot::lunch}),
              (std::vector<Gift>{{"a", {700}}, {"b", {200}}}));
    EXPECT_EQ(chosen_gifts(Choose::sum, classes, {{1200}, {999}, MealSlot::lunch}), (std::vector<Gift>{{"a", {700}}}));
}

TEST(Subsidy, who_gives_way_is_as_the_class_says) {
    SheetClass shared{0, {}, {fixed("city", 600), fixed("town", 300)}};
    const SubsidyBasis room{{1200}, {1200}, MealSlot::lunch, Fen{500}};
    EXPECT_EQ(gifts_of(shared, room), (std::vector<Gift>{{"city", {500}}, {"town", {0}}}));
    shared.shrink = Shrink::first;
    EXPECT_EQ(gifts_of(shared, room), (std::vector<Gift>{{"city", {200}}, {"town", {300}}}));
    shared.shrink = Shrink::in_proportion;
    EXPECT_EQ(gifts_of(shared, room), (std::vector<Gift>{{"city", {334}}, {"town", {166}}}));
    EXPECT_EQ(gifts_of(shared, lunch_for_12), (std::vector<Gift>{{"city", {600}}, {"town", {300}}})) << "all fits";
}

}  // namespace
}  // namespace canteen
