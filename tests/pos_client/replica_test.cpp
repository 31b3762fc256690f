#include "pos-client/till/replica.h"

#include <gtest/gtest.h>

#include "tests/pos_client/lunch.h"

namespace canteen::till::test {
namespace {

Timestamp at(int hour, int minute) {
    return instant_at_site(day, {hour * 60 + minute});
}

Menu menu_of(MealSlot slot, int from_hour, int to_hour) {
    auto m = menu();
    m.meal.slot = slot;
    m.serving_from = {from_hour * 60};
    m.serving_to = {to_hour * 60};
    return m;
}

TEST(Replica, findsTheMealBeingServedElseTheLastThatBegan) {
    Replica p;
    p.put_menu(menu_of(MealSlot::breakfast, 7, 9));
    p.put_menu(menu_of(MealSlot::lunch, 11, 13));
    EXPECT_EQ(p.menu_at(at(6, 0))->meal.slot, MealSlot::breakfast);
    EXPECT_EQ(p.menu_at(at(8, 0))->meal.slot, MealSlot::breakfast);
    EXPECT_EQ(p.menu_at(at(10, 0))->meal.slot, MealSlot::breakfast);
    EXPECT_EQ(p.menu_at(at(11, 0))->meal.slot, MealSlot::lunch);
    EXPECT_EQ(p.menu_at(at(13, 0))->meal.slot, MealSlot::lunch);
    EXPECT_EQ(p.menu_at(instant_at_site(day + 1, {720})), nullptr);
}

TEST(Replica, ofTwoMealsServedAtOnceTheDishesSayWhichOneIsSold) {
    Replica p;
    auto breakfast = menu_of(MealSlot::breakfast, 7, 11), lunch = menu_of(MealSlot::lunch, 10, 13);
    const DishId milk{71}, fish{72}, rice{73};
    for (auto& [menu, own] : {std::pair{&breakfast, milk}, std::pair{&lunch, fish}})
        for (const auto id : {own, rice}) {
            Dish dish = menu->dishes.front();
            dish.id = id;
            menu->dishes.push_back(dish);
        }
    p.put_menu(breakfast);
    p.put_menu(lunch);
    const auto slot = [&p](Timestamp now, std::vector<DishId> dishes) { return p.menu_for(now, dishes)->meal.slot; };
    EXPECT_EQ(slot(at(10, 15), {milk}), MealSlot::breakfast);
    EXPECT_EQ(slot(at(10, 15), {fish, rice}), MealSlot::lunch);
    EXPECT_EQ(slot(at(10, 15), {rice}), MealSlot::breakfast) << "what both have is the earlier's";
    EXPECT_EQ(slot(at(10, 15), {milk, fish}), MealSlot::breakfast) << "no meal has both";
    EXPECT_EQ(slot(at(9, 0), {fish}), MealSlot::breakfast) << "not served yet";
    EXPECT_EQ(slot(at(11, 0), {rice}), MealSlot::lunch) << "not served any more";
}

TEST(Replica, findsAMemberByTheNumberOfARecordThatWasMergedIntoHis) {
    Replica p;
    RightSheet kept;
    kept.member = MemberId{{1}};
    kept.member_number = "1";
    kept.from = kept.to = day;
    RightSheet merged = kept;
    merged.member = MemberId{{2}};
    merged.member_number = "2";
    p.put_sheets({merged});
    p.drop_sheets_of(merged.member);
    kept.former_numbers = {"2"};
    p.put_sheets({kept});
    EXPECT_EQ(p.member_of("2"), kept.member);
    p.drop_sheets_of(kept.member);
    EXPECT_TRUE(p.member_of("2").is_nil());
}

TEST(Replica, keepsTheNewerVersionOfAMenu) {
    Replica p;
    p.put_menu(menu());
    auto older = menu();
    older.version = {6};
    older.dishes.clear();
    p.put_menu(older);
    EXPECT_NE(p.menu_of(lunch)->find(pork), nullptr);
}

TEST(Replica, replacesAllSheetsOfAMemberTogether) {
    auto p = replica();
    auto first = member_sheet(), second = member_sheet();
    first.to = day;
    second.from = day + 1;
    second.member_number = first.member_number = "2002";
    p.put_sheets({first, second});
    EXPECT_TRUE(p.member_of(member_number).is_nil());
    EXPECT_EQ(p.member_of("2002"), member);
    EXPECT_EQ(p.sheet_of(member, day)->to, day);
    EXPECT_EQ(p.sheet_of(member, day + 2)->from, day + 1);
    EXPECT_EQ(p.sheet_of(member, day + 20), nullptr);
}

RightSheet sheet_with_card(MemberId holder, const char* number, const char* card) {
    auto sheet = member_sheet();
    sheet.member = holder;
    sheet.member_number = number;
    sheet.cards = {card};
    return sheet;
}

TEST(Replica, knowsAMemberByHisCard) {
    auto p = replica();
    p.put_sheets({sheet_with_card(member, member_number, "0004711")});
    EXPECT_EQ(p.member_of_card("0004711"), member);
    EXPECT_TRUE(p.member_of_card(member_number).is_nil());
    p.put_sheets({sheet_with_card(member, member_number, "0004712")});
    EXPECT_TRUE(p.member_of_card("0004711").is_nil());
    EXPECT_EQ(p.member_of_card("0004712"), member);
    p.clear_sheets();
    EXPECT_TRUE(p.member_of_card("0004712").is_nil());
}

TEST(Replica, leavesACardWithTheMemberItWentTo) {
    const MemberId heir{Bytes16{2}};
    auto p = replica();
    p.put_sheets({sheet_with_card(member, member_number, "0004711")});
    p.put_sheets({sheet_with_card(heir, "1002", "0004711")});
    p.put_sheets({sheet_with_card(member, member_number, "0004712")});
    EXPECT_EQ(p.member_of_card("0004711"), heir);
}

TEST(Replica, forgetsAMemberWhoIsGone) {
    auto p = replica();
    p.put_sheets({sheet_with_card(member, member_number, "0004711")});
    p.drop_sheets_of(member);
    EXPECT_TRUE(p.member_of(member_number).is_nil());
    EXPECT_TRUE(p.member_of_card("0004711").is_nil());
    EXPECT_EQ(p.sheet_of(member, day), nullptr);
    EXPECT_EQ(p.sheets(), std::vector{guest_sheet()});
    p.drop_sheets_of(member);
}

TEST(Replica, takesADishForLeftUntilItIsToldOtherwise) {
    Replica p;
    EXPECT_TRUE(p.is_left({lunch, pork}));
    p.put_portions({lunch, pork}, {3, true});
    EXPECT_FALSE(p.is_left({lunch, pork}));
    p.put_portions({lunch, pork}, {0, false});
    EXPECT_FALSE(p.is_left({lunch, pork}));
    p.put_portions({lunch, pork}, {1, false});
    EXPECT_TRUE(p.is_left({lunch, pork}));
}

TEST(Replica, forgetsAUseThatWasTakenBack) {
    Replica p;
    const UseKey key{member, "six-a-day", UseKind::per_day, day.days};
    p.put_use(key, 1);
    EXPECT_EQ(p.uses().at(key), 1);
    p.put_use(key, 0);
    EXPECT_TRUE(p.uses().empty());
}

}  // namespace
}  // namespace canteen::till::test
