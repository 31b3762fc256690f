// A claim with names, for the payer's own forms: ID numbers are masked, and a name cannot become a formula.
#include "canteen/files/claim_print.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

const Date april_14{20557};
const MemberId grandma{{1}};
const MemberId namesake{{2}};
const MemberId erased{{3}};

Member person(MemberId id, std::string name) {
    Member member;
    member.id = id;
    member.name = std::move(name);
    member.id_number = "999999194802290019";
    member.tags = {{"dibao", {{}, april_14}}, {"living_alone", {}}};
    member.hukou = {{"510131105", {april_14 + 1, {}}}, {"510131106", {}}};
    return member;
}

ClaimLine lunch_of(MemberId member, Date date = april_14) {
    ClaimLine line;
    line.member = member;
    line.meal = {date, MealSlot::lunch};
    line.sold_at = instant_at_site(date, {11 * 60 + 5});
    line.food = {1'500};
    line.share = {600};
    line.waived = {100};
    line.self_pay = {800};
    line.pickup = {"A", 7};
    return line;
}

std::string row(const std::string& text, std::size_t number) {
    std::size_t from = 0;
    for (; number > 0; --number) from = text.find('\n', from) + 1;
    return text.substr(from, text.find('\n', from) - from);
}

TEST(ClaimPrint, APersonIsOneRowWithHisMealsAndSums) {
    auto dinner = lunch_of(grandma, april_14 + 1);
    dinner.meal.slot = MealSlot::dinner;
    dinner.mode = ServiceMode::delivery;
    auto meals = printed_meals({lunch_of(grandma), dinner}, {{grandma, person(grandma, "甄不存在")}}, {});
    auto text = print_persons(meals);
    EXPECT_EQ(row(text, 1),
              "1,甄不存在,**************0019,dibao/living_alone,510131106,0,1,1,30.00,12.00,2.00,16.00,1,,,");
    EXPECT_EQ(row(text, 2), "");
    EXPECT_TRUE(text.starts_with("\xef\xbb\xbf序号,姓名,证件号"));
}

TEST(ClaimPrint, AMealIsOneRowWithTillAndTime) {
    auto line = lunch_of(grandma);
    auto meals = printed_meals({line}, {{grandma, person(grandma, "甄不存在")}}, {{DeviceId{}, "till 1"}});
    EXPECT_EQ(row(print_meals(meals), 1),
              "1,甄不存在,**************0019,2026-04-14,午餐,2026-04-14 11:05,till 1,A007,15.00,6.00,1.00,8.00");
}

TEST(ClaimPrint, TwoOfOneNameAreTwoPersons) {
    auto meals = printed_meals({lunch_of(grandma), lunch_of(namesake)},
                               {{grandma, person(grandma, "甄不存在")}, {namesake, person(namesake, "甄不存在")}}, {});
    EXPECT_NE(row(print_persons(meals), 2), "");
}

TEST(ClaimPrint, WhoWasErasedAndWhoHadNoNumberAreNotNamed) {
    auto meals = printed_meals({lunch_of(erased), lunch_of({})}, {}, {});
    EXPECT_EQ(meals[0].name, "已删除");
    EXPECT_EQ(meals[1].name, "");
}

TEST(ClaimPrint, ANameIsNoFormulaAndTheWholeIdNumberIsNowhere) {
    auto meals = printed_meals({lunch_of(grandma)}, {{grandma, person(grandma, "=1+1")}}, {});
    for (const auto& text : {print_persons(meals), print_meals(meals)}) {
        EXPECT_NE(text.find(",'=1+1,"), std::string::npos);
        EXPECT_EQ(text.find("1948"), std::string::npos);
    }
}

}  // namespace
}  // namespace canteen
