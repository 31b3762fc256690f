// The demo canteen's files are read by the same readers as a real canteen's.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "canteen/files/tables/calendar_csv.h"
#include "canteen/files/tables/members_csv.h"
#include "canteen/files/tables/menu_csv.h"

namespace canteen {
namespace {

std::string demo_file(const std::string& name) {
    std::ifstream in(std::string(CANTEEN_SOURCE_DIR) + "/deploy/demo-canteen/" + name, std::ios::binary);
    EXPECT_TRUE(in) << name;
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(DemoCanteen, ServesThreeMealsADayForAWeekWithAtLeastFortyFiveDishes) {
    auto menus = read_menu_csv(demo_file("menu.csv"));
    ASSERT_TRUE(menus.ok()) << to_string(menus.error());
    EXPECT_EQ(menus->import.menus.size(), 21U);
    std::set<DishId> dishes;
    for (const auto& menu : menus->import.menus)
        for (const auto& dish : menu.dishes) dishes.insert(dish.id);
    EXPECT_GE(dishes.size(), 45U);
}

TEST(DemoCanteen, SellsASetMealForFifteenYuan) {
    auto menus = read_menu_csv(demo_file("menu.csv"));
    ASSERT_TRUE(menus.ok());
    for (const auto& menu : menus->import.menus) {
        if (menu.meal.slot == MealSlot::breakfast) continue;
        const auto* set_meal = menu.find({901});
        ASSERT_NE(set_meal, nullptr);
        EXPECT_TRUE(set_meal->is_set_meal());
        EXPECT_EQ(set_meal->price, Fen{1500});
    }
}

TEST(DemoCanteen, KnowsTwoHundredMadeUpMembersWhoseNumbersNeverExisted) {
    auto members = read_members_csv(demo_file("members.csv"));
    ASSERT_TRUE(members.ok()) << to_string(members.error());
    EXPECT_EQ(members->import.members.size(), 200U);
    for (const auto& member : members->import.members) EXPECT_TRUE(member.id_number.starts_with("999999"));
}

TEST(DemoCanteen, HasACalendar) {
    EXPECT_TRUE(read_calendar_csv(demo_file("calendar.csv")).ok());
}

}  // namespace
}  // namespace canteen
