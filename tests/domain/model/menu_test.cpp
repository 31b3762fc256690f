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

}  // namespace
}  // namespace canteen
