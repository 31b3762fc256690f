// Person-meals: a person eats a meal once, however many orders they make of it.
#include "canteen/domain/claims/service_counts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/domain/support/district.h"

namespace canteen {
namespace {

using ::testing::ElementsAre;

const MemberId grandpa{{2}};
const std::vector<ServiceGroup> everybody_alone{everybody};
const ClaimPayer city{"meals", "city"};

Meal lunch(int day = 0) {
    return {april_14 + day, MealSlot::lunch};
}
ServiceCount of_all(const ServiceCounter& counter, MealSlot slot = MealSlot::lunch, Date month = april_14) {
    const auto found = counter.counts().find({month_start(month), slot, everybody});
    return found == counter.counts().end() ? ServiceCount{} : found->second;
}

TEST(ServiceCounts, TwoOrdersOfOneMealAreOnePersonMeal) {
    ServiceCounter counter;
    counter.add({lunch(), grandma, everybody_alone, {}, 1});
    counter.add({lunch(), grandma, everybody_alone, {}, 1});
    counter.add({lunch(1), grandma, everybody_alone, {}, 1});
    counter.add({lunch(1), grandpa, everybody_alone, {}, 1});
    EXPECT_EQ(of_all(counter).person_meals, 3U);
    EXPECT_EQ(of_all(counter).persons, 2U);
}

TEST(ServiceCounts, PortionsAreCountedBesideThePersonsWhoAteThem) {
    ServiceCounter counter;
    counter.add({lunch(), {}, groups_without_number(), {}, 20});
    counter.add({lunch(), grandma, everybody_alone, {}, 1});
    counter.add({lunch(), grandma, everybody_alone, {}, 1});
    EXPECT_EQ(of_all(counter).person_meals, 2U);
    EXPECT_EQ(of_all(counter).portions, 22U);
}

TEST(ServiceCounts, AGuestWithoutNumberIsOneForEachOrder) {
    ServiceCounter counter;
    for (int n = 0; n < 3; ++n) counter.add({lunch(), {}, groups_without_number(), {}, 1});
    EXPECT_EQ(of_all(counter).person_meals, 3U);
    EXPECT_EQ(of_all(counter).persons, 0U);
}

TEST(ServiceCounts, MealsAndMonthsAreCountedApart) {
    ServiceCounter counter;
    counter.add({lunch(), grandma, everybody_alone, {}, 1});
    counter.add({{april_14, MealSlot::dinner}, grandma, everybody_alone, {}, 1});
    counter.add({lunch(30), grandma, everybody_alone, {}, 1});
    EXPECT_EQ(of_all(counter).person_meals, 1U);
    EXPECT_EQ(of_all(counter, MealSlot::dinner).person_meals, 1U);
    EXPECT_EQ(of_all(counter, MealSlot::lunch, april_14 + 30).persons, 1U);
}

TEST(ServiceCounts, APayerGivesToAPersonMealOnceAndHisFenAddUp) {
    ServiceCounter counter;
    counter.add({lunch(), grandma, everybody_alone, {{"meals", 0, "city", {300}}, {"meals", 1, "city", {50}}}, 1});
    counter.add({lunch(), grandma, everybody_alone, {{"meals", 0, "city", {100}}}, 1});
    counter.add({lunch(), grandpa, everybody_alone, {}, 1});
    const auto of_city = of_all(counter).payers.at(city);
    EXPECT_EQ(of_city.person_meals, 1U);
    EXPECT_EQ(of_city.fen, Fen{450});
}

TEST(ServiceCounts, APersonBelongsToHisAgeAndTheCategoriesValidThatDay) {
    Member member;
    member.born = *parse_date("1946-04-15");
    member.tags = {{"dibao", {{}, april_14}}, {"living_alone", {}}, {"dibao", {}}};
    EXPECT_THAT(groups_of(&member, april_14), ElementsAre("all", "age_70_79", "tag:dibao", "tag:living_alone"));
    EXPECT_THAT(groups_of(&member, april_14 + 1), ElementsAre("all", "age_80_89", "tag:dibao", "tag:living_alone"));
    member.born = *parse_date("1966-04-15");
    EXPECT_EQ(groups_of(&member, april_14).at(1), "age_under_60");
    EXPECT_EQ(groups_of(&member, april_14 + 1).at(1), "age_60_69");
    member.born = *parse_date("1936-04-14");
    EXPECT_EQ(groups_of(&member, april_14).at(1), "age_90_up");
}

TEST(ServiceCounts, WhoWasErasedIsOfUnknownAge) {
    EXPECT_THAT(groups_of(nullptr, april_14), ElementsAre("all", "age_unknown"));
    EXPECT_THAT(groups_without_number(), ElementsAre("all", "no_number"));
}

}  // namespace
}  // namespace canteen
