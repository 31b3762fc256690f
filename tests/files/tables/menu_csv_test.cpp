#include "canteen/files/tables/menu_csv.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

constexpr auto header = "date,meal,from,to,dish,name,price,per_grams,served,minutes,planned,slots\n";

FileError error_of(const std::string& lines) {
    auto menus = read_menu_csv(header + lines);
    EXPECT_FALSE(menus.ok());
    return menus.ok() ? FileError{} : menus.error();
}

TEST(MenuCsv, ReadsPortionsWeighedDishesAndSetMeals) {
    auto menus = read_menu_csv(std::string(header) +
                               "2026-04-14,lunch,10:30,13:30,101,回锅肉,12,,line,,60,\n"
                               "2026-04-14,lunch,10:30,13:30,102,凉拌三丝,2.50,100,line,,8000,\n"
                               "2026-04-14,lunch,10:30,13:30,103,番茄煎蛋面,9.5,,order,6,40,\n"
                               "2026-04-14,lunch,10:30,13:30,900,十五元套餐,15,,,,,荤菜:1:101|103\n");
    ASSERT_TRUE(menus.ok()) << to_string(menus.error());
    ASSERT_EQ(menus->import.menus.size(), 1U);
    const auto& menu = menus->import.menus.at(0);
    EXPECT_EQ(menu.serving_from, MinuteOfDay{630});
    EXPECT_EQ(menu.find({101})->price, Fen{1200});
    EXPECT_EQ(menu.find({102})->price, Fen{250});
    EXPECT_TRUE(menu.find({102})->by_weight());
    EXPECT_EQ(menu.find({103})->price, Fen{950});
    EXPECT_EQ(menu.find({103})->served, Served::to_order);
    ASSERT_TRUE(menu.find({900})->is_set_meal());
    EXPECT_EQ(menu.find({900})->slots[0].dishes.size(), 2U);
}

TEST(MenuCsv, GivesOneMenuAMealInOrder) {
    auto menus = read_menu_csv(std::string(header) +
                               "2026-04-15,breakfast,07:00,09:00,1,豆浆,2,,,,50,\n"
                               "2026-04-14,dinner,17:00,19:00,1,豆浆,2,,,,50,\n");
    ASSERT_TRUE(menus.ok());
    ASSERT_EQ(menus->import.menus.size(), 2U);
    EXPECT_EQ(menus->import.menus.at(0).meal.slot, MealSlot::dinner);
}

TEST(MenuCsv, NamesTheCellThatIsWrong) {
    EXPECT_EQ(error_of("2026-04-14,lunch,10:30,13:30,101,回锅肉,12.345,,line,,60,\n").path, "price");
    EXPECT_EQ(error_of("2026-04-14,lunch,10:30,13:30,101,回锅肉,-1,,line,,60,\n").path, "price");
    EXPECT_EQ(error_of("2026-04-14,brunch,10:30,13:30,101,回锅肉,12,,line,,60,\n").path, "meal");
    EXPECT_EQ(error_of("2026-04-14,lunch,13:30,10:30,101,回锅肉,12,,line,,60,\n").path, "to");
    EXPECT_EQ(error_of("2026-04-14,lunch,10:30,13:30,101,,12,,line,,60,\n").path, "name");
}

TEST(MenuCsv, RefusesADishTwiceInOneMeal) {
    auto error = error_of(
        "2026-04-14,lunch,10:30,13:30,101,回锅肉,12,,,,60,\n2026-04-14,lunch,10:30,13:30,101,回锅肉,12,,,,60,\n");
    EXPECT_EQ(error.line, 3U);
}

TEST(MenuCsv, RefusesDifferentHoursWithinOneMeal) {
    auto error =
        error_of("2026-04-14,lunch,10:30,13:30,101,回锅肉,12,,,,60,\n2026-04-14,lunch,11:00,13:30,102,豆腐,6,,,,60,\n");
    EXPECT_EQ(error.path, "from");
}

TEST(MenuCsv, RefusesASetMealOfADishThatIsNotOnTheMeal) {
    EXPECT_EQ(error_of("2026-04-14,lunch,10:30,13:30,900,套餐,15,,,,,荤菜:1:101\n").path, "slots");
}

TEST(MenuCsv, ReadsDatesAndHoursAsASpreadsheetSavesThem) {
    const auto menus = read_menu_csv(std::string(header) + "2026/4/5,lunch,7:00,13:30:00,101,回锅肉,12,,,,60,\n");
    ASSERT_TRUE(menus.ok()) << to_string(menus.error());
    const auto& menu = menus->import.menus.at(0);
    EXPECT_EQ(menu.meal.date, *make_date(2026, 4, 5));
    EXPECT_EQ(menu.serving_from, MinuteOfDay{420});
}

TEST(MenuCsv, TellsPortionsThatAreNotSaidFromNone) {
    const auto menus = read_menu_csv(std::string(header) +
                                     "2026-04-14,lunch,10:30,13:30,101,回锅肉,12,,,,,\n"
                                     "2026-04-14,lunch,10:30,13:30,102,豆腐,6,,,,0,\n");
    ASSERT_TRUE(menus.ok());
    const Meal lunch{*make_date(2026, 4, 14), MealSlot::lunch};
    EXPECT_EQ(menus->import.unplanned, (std::set<StockKey>{{lunch, {101}}}));
    const auto bare = read_menu_csv("date,meal,from,to,dish,name,price\n2026-04-14,lunch,10:30,13:30,7,豆腐,6\n");
    ASSERT_TRUE(bare.ok());
    EXPECT_TRUE(bare->import.unplanned.contains({lunch, {7}}));
}

TEST(MenuCsv, TellsAllMistakesByLine) {
    const auto menus = read_menu_csv(std::string(header) +
                                     "2026-04-14,lunch,10:30,13:30,101,回锅肉,x,,,,many,\n"
                                     "15/4/2026,lunch,10:30,13:30,102,豆腐,6,,,,,\n"
                                     "2026-04-14,lunch,10:30,13:30,900,套餐,15,,,,,荤菜:1:103\n");
    ASSERT_FALSE(menus.ok());
    std::string places;
    for (const auto& mistake : menus.mistakes().told()) places += std::to_string(mistake.line) + mistake.path + " ";
    EXPECT_EQ(places, "2price 2planned 3date 4slots ");
}

TEST(MenuCsv, RefusesANameThatTurnsTheWritingOrDrivesAPrinterWithItsPlace) {
    for (const char* hidden : {"\u202e", "\u2066", "\u009b", "\u2028", "\u200b"}) {
        const auto error =
            error_of(std::string("2026-04-14,lunch,10:30,13:30,101,回锅") + hidden + "肉,12,,line,,60,\n");
        EXPECT_EQ(error.line, 2U);
        EXPECT_EQ(error.path, "name");
    }
}

}  // namespace
}  // namespace canteen
