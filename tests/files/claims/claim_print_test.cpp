// A claim with names, for the payer's own forms: ID numbers are masked, and a name cannot become a formula.
#include "canteen/files/claims/claim_print.h"

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
    line.identified = Identified::card;
    return line;
}

PrintBasis knowing(std::map<MemberId, Member> members, std::map<DeviceId, std::string> devices = {}) {
    PrintBasis basis;
    basis.payer = {"meals", "district"};
    basis.members = std::move(members);
    basis.devices = std::move(devices);
    return basis;
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
    auto meals = printed_meals({lunch_of(grandma), dinner}, knowing({{grandma, person(grandma, "甄不存在")}}));
    auto text = print_persons(meals);
    EXPECT_EQ(row(text, 1),
              "1,甄不存在,**************0019,dibao/living_alone,510131106,0,1,1,30.00,12.00,2.00,16.00,1,0.00,0.00,,,");
    EXPECT_EQ(row(text, 2), "");
    EXPECT_TRUE(text.starts_with("\xef\xbb\xbf序号,姓名,证件号"));
}

TEST(ClaimPrint, AMealIsOneRowWithTillAndTime) {
    auto line = lunch_of(grandma);
    auto meals = printed_meals({line}, knowing({{grandma, person(grandma, "甄不存在")}}, {{DeviceId{}, "till 1"}}));
    EXPECT_EQ(row(print_meals(meals), 1),
              "1,甄不存在,**************0019,2026-04,2026-04-14,午餐,2026-04-14 11:05,till 1,刷卡,A007,15.00,0.00,6.00,"
              "1.00,8.00");
}

TEST(ClaimPrint, TwoOfOneNameAreTwoPersons) {
    auto meals =
        printed_meals({lunch_of(grandma), lunch_of(namesake)},
                      knowing({{grandma, person(grandma, "甄不存在")}, {namesake, person(namesake, "甄不存在")}}));
    EXPECT_NE(row(print_persons(meals), 2), "");
}

TEST(ClaimPrint, WhoHasNoPaperRecordedIsToldByHisMemberNumber) {
    auto neighbour = person(grandma, "甄不存在");
    neighbour.id_number.clear();
    neighbour.number = "1007";
    const auto meals = printed_meals({lunch_of(grandma)}, knowing({{grandma, neighbour}}));
    EXPECT_TRUE(row(print_persons(meals), 1).starts_with("1,甄不存在,会员号 1007,"));
}

TEST(ClaimPrint, WhoWasErasedAndWhoHadNoNumberAreNotNamed) {
    auto meals = printed_meals({lunch_of(erased), lunch_of({})}, knowing({}));
    EXPECT_EQ(meals[0].name, "已删除");
    EXPECT_EQ(meals[1].name, "");
}

TEST(ClaimPrint, ANameIsNoFormulaAndTheWholeIdNumberIsNowhere) {
    auto meals = printed_meals({lunch_of(grandma)}, knowing({{grandma, person(grandma, "=1+1")}}));
    for (const auto& text : {print_persons(meals), print_meals(meals)}) {
        EXPECT_NE(text.find(",'=1+1,"), std::string::npos);
        EXPECT_EQ(text.find("1948"), std::string::npos);
    }
}

// Makes a meal asked for before, of which so much is left to be asked for.
ClaimLine corrected(MemberId member, Fen share) {
    auto line = lunch_of(member);
    line.asked_before = {600};
    line.share = share;
    return line;
}

TEST(ClaimPrint, AMealThatWasAskedForBeforeIsNotCountedAgain) {
    auto meals = printed_meals({lunch_of(grandma), corrected(grandma, {-150})},
                               knowing({{grandma, person(grandma, "甄不存在")}}));
    EXPECT_NE(row(print_persons(meals), 1).find(",0,1,0,15.00,4.50,1.00,8.00,"), std::string::npos);
}

TEST(ClaimPrint, AMealThatIsWhollyTakenBackIsCountedBack) {
    auto meals = printed_meals({corrected(grandma, {-600})}, knowing({{grandma, person(grandma, "甄不存在")}}));
    EXPECT_NE(row(print_persons(meals), 1).find(",0,-1,0,-15.00,-6.00,-1.00,-8.00,"), std::string::npos);
}

// The canteen's part and the guest's stand beside the share that is left, not beside the one that was sold.
TEST(ClaimPrint, WhatARefundLeftOfAMealIsWhatTheRowAddsUpTo) {
    auto line = lunch_of(grandma);
    line.share = {400};
    auto basis = knowing({{grandma, person(grandma, "甄不存在")}});
    basis.refunded[line.order] = {{{1'000}, {50}, {550}}, {{1'500}, {100}, {800}}};
    const auto meals = printed_meals({line}, basis);
    EXPECT_NE(row(print_persons(meals), 1).find(",0,1,0,10.00,4.00,0.50,5.50,"), std::string::npos);
    EXPECT_NE(row(print_meals(meals), 1).find(",A007,10.00,0.00,4.00,0.50,5.50"), std::string::npos);

    line.asked_before = {600};
    line.share = {-200};
    const auto later = printed_meals({line}, basis);
    EXPECT_NE(row(print_persons(later), 1).find(",0,0,0,-5.00,-2.00,-0.50,-2.50,"), std::string::npos);
    EXPECT_NE(row(print_meals(later), 1).find(",A007,10.00,6.00,-2.00,0.50,5.50"), std::string::npos);
}

TEST(ClaimPrint, WhatThePayerOwesTheOperatorStandsBeside) {
    OperatorPayment payment;
    payment.payer = "district";
    payment.amount = {80};
    payment.subsidised_only = true;
    auto of_city = payment;
    of_city.payer = "city";
    auto basis = knowing({{grandma, person(grandma, "甄不存在")}});
    basis.scheme = Scheme{};
    basis.scheme->id = "meals";
    basis.scheme->versions = {{"2026", {}, {SubsidyStep{}}, {payment, of_city}}};
    auto line = lunch_of(grandma);
    line.version = "2026";
    line.steps = {0};
    auto meals = printed_meals({line, line}, basis);
    EXPECT_NE(row(print_persons(meals), 1).find(",0,0.00,1.60,,,"), std::string::npos);
}

TEST(ClaimPrint, WhatIsOwedOnceADinerAndDayIsCountedOnce) {
    OperatorPayment payment;
    payment.payer = "district";
    payment.amount = {300};
    payment.per_diner_day = true;
    payment.meals = {MealSlot::lunch, MealSlot::dinner};
    auto basis = knowing({{grandma, person(grandma, "甄不存在")}, {namesake, person(namesake, "另一人")}});
    basis.scheme = Scheme{};
    basis.scheme->id = "meals";
    basis.scheme->versions = {{"2026", {}, {SubsidyStep{}}, {payment}}};
    auto lunch = lunch_of(grandma);
    lunch.version = "2026";
    auto breakfast = lunch, dinner = lunch, of_another = lunch;
    breakfast.meal.slot = MealSlot::breakfast;
    dinner.meal.slot = MealSlot::dinner;
    of_another.member = namesake;
    for (std::uint8_t n = 0; auto* meal : {&breakfast, &lunch, &dinner, &of_another}) meal->order.bytes[0] = ++n;
    const auto meals = printed_meals({breakfast, lunch, dinner, of_another}, basis);
    EXPECT_EQ(meals[0].operating, Fen{0}) << "not for breakfast";
    EXPECT_EQ(meals[1].operating, Fen{300});
    EXPECT_EQ(meals[2].operating, Fen{0}) << "the same diner's second meal of the day";
    EXPECT_EQ(meals[3].operating, Fen{300});
}

// Owes three yuan a diner and day for lunch and dinner.
PrintBasis owing_once_a_day() {
    OperatorPayment payment;
    payment.payer = "district";
    payment.amount = {300};
    payment.per_diner_day = true;
    auto basis = knowing({{grandma, person(grandma, "甄不存在")}});
    basis.scheme = Scheme{};
    basis.scheme->id = "meals";
    basis.scheme->versions = {{"2026", {}, {SubsidyStep{}}, {payment}}};
    return basis;
}

TEST(ClaimPrint, WhatIsOwedOnceADinerAndDayIsOwedOnceOverAllClaims) {
    auto basis = owing_once_a_day();
    auto lunch = corrected(grandma, {0}), dinner = lunch_of(grandma);
    lunch.version = dinner.version = "2026";
    dinner.meal.slot = MealSlot::dinner;
    dinner.order.bytes[0] = 1;
    basis.earlier = {lunch};
    EXPECT_EQ(printed_meals({dinner}, basis).at(0).operating, Fen{0}) << "the lunch earned it in an earlier claim";

    lunch.share = {-600};
    EXPECT_EQ(printed_meals({lunch, dinner}, basis).at(0).operating, Fen{0}) << "the dinner earns it now";
    EXPECT_EQ(printed_meals({lunch}, basis).at(0).operating, Fen{300}) << "taken back with the only meal";
}

}  // namespace
}  // namespace canteen
