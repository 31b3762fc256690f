#include "canteen/domain/model/use.h"

#include <gtest/gtest.h>

#include "tests/domain/support/town.h"

namespace canteen {
namespace {

TEST(Use, lunch_and_dinner_of_a_day_are_two_slots_and_one_day) {
    const Meal lunch{day("2026-04-14"), MealSlot::lunch};
    const Meal dinner{day("2026-04-14"), MealSlot::dinner};
    EXPECT_EQ(period_of(UseKind::per_slot, lunch), lunch.date.days * 4 + 2);
    EXPECT_NE(period_of(UseKind::per_slot, lunch), period_of(UseKind::per_slot, dinner));
    EXPECT_EQ(period_of(UseKind::per_day, lunch), lunch.date.days);
    for (const auto kind : {UseKind::meal_eaten, UseKind::allowance})
        EXPECT_EQ(period_of(kind, lunch), period_of(UseKind::per_slot, lunch));
}

TEST(Use, dinner_and_the_next_breakfast_never_share_a_slot) {
    const Date date = day("2026-04-14");
    EXPECT_NE(period_of(UseKind::per_slot, {date, MealSlot::dinner}),
              period_of(UseKind::per_slot, {date + 1, MealSlot::breakfast}));
}

TEST(Use, sunday_belongs_to_the_week_of_the_monday_before) {
    const Meal sunday{day("2026-04-19"), MealSlot::lunch};
    EXPECT_EQ(period_of(UseKind::per_week, sunday), day("2026-04-13").days);
    EXPECT_EQ(period_of(UseKind::quota_month, sunday), day("2026-04-01").days);
}

TEST(Use, a_period_begins_on_a_day_that_lies_in_it) {
    const Meal dinner{day("2026-04-19"), MealSlot::dinner};
    for (const auto kind : member_use_kinds) {
        const Date first = first_day_of(kind, period_of(kind, dinner));
        EXPECT_LE(first, dinner.date);
        EXPECT_EQ(period_of(kind, {first, MealSlot::dinner}), period_of(kind, dinner));
    }
}

TEST(Use, month_and_year_are_numbered_by_their_first_day) {
    const Meal lunch{day("2026-04-19"), MealSlot::lunch};
    for (const auto kind : {UseKind::per_month, UseKind::given_month, UseKind::budget_month})
        EXPECT_EQ(period_of(kind, lunch), day("2026-04-01").days);
    for (const auto kind : {UseKind::per_year, UseKind::given_year, UseKind::budget_year})
        EXPECT_EQ(period_of(kind, lunch), day("2026-01-01").days);
}

}  // namespace
}  // namespace canteen
