#include "canteen/domain/model/menu.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(Menu, finds_a_dish_by_its_number_and_nothing_for_a_stranger) {
    Menu menu;
    menu.dishes.resize(2);
    menu.dishes[0].id = DishId{7};
    menu.dishes[1].id = DishId{9};
    EXPECT_EQ(menu.find(DishId{9}), &menu.dishes[1]);
    EXPECT_EQ(menu.find(DishId{8}), nullptr);
}

TEST(Menu, takes_orders_ahead_before_its_hours_and_none_behind_them) {
    Menu menu;
    menu.meal.date = Date{20'000};
    menu.serving_from = MinuteOfDay{660};
    menu.serving_to = MinuteOfDay{780};
    const auto at = [&menu](std::int32_t minute) { return instant_at_site(menu.meal.date, MinuteOfDay{minute}); };
    EXPECT_FALSE(menu.takes_orders(Origin::counter, at(659)));
    EXPECT_TRUE(menu.takes_orders(Origin::ahead, at(659)));
    EXPECT_TRUE(menu.takes_orders(Origin::counter, at(660)));
    EXPECT_TRUE(menu.takes_orders(Origin::counter, at(779)));
    EXPECT_FALSE(menu.takes_orders(Origin::ahead, at(780)));
}

TEST(Menu, fills_the_places_of_a_set_meal_with_portions_alone) {
    Dish rice, fish, set;
    fish.price_grams = 100;
    set.slots.resize(1);
    EXPECT_TRUE(rice.can_fill_a_place());
    EXPECT_FALSE(fish.can_fill_a_place());
    EXPECT_FALSE(set.can_fill_a_place());
}

}  // namespace
}  // namespace canteen
