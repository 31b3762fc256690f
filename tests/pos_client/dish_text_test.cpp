#include "pos-client/till/dish_text.h"

#include <gtest/gtest.h>

namespace canteen::till::test {
namespace {

TEST(DishText, readsPortionsGramsAndChoices) {
    EXPECT_EQ(parse_dish("101"), (BasketLine{{101}}));
    EXPECT_EQ(parse_dish("101x3"), (BasketLine{{101}, 3}));
    EXPECT_EQ(parse_dish("101:350g"), (BasketLine{{101}, 1, 350}));
    EXPECT_EQ(parse_dish("15=101+204"), (BasketLine{{15}, 1, 0, {{101}, {204}}}));
    EXPECT_EQ(parse_dish("15x2=101"), (BasketLine{{15}, 2, 0, {{101}}}));
}

TEST(DishText, readsNothingElse) {
    for (const auto* text :
         {"", "0", "x", "101x", "101:", "101:3", "101:3kg", "15=", "15=1+", "101 ", "-1", "101x2y"}) {
        EXPECT_FALSE(parse_dish(text)) << text;
    }
}

TEST(DishText, readsWhatIsTakenBackOfALine) {
    EXPECT_EQ(parse_refund_line("2"), (RefundLine{{2}, 1}));
    EXPECT_EQ(parse_refund_line("2x3"), (RefundLine{{2}, 3}));
    EXPECT_EQ(parse_refund_line("2:350g"), (RefundLine{{2}, 350}));
    EXPECT_FALSE(parse_refund_line("2=101"));
    EXPECT_FALSE(parse_refund_line("0"));
}

}  // namespace
}  // namespace canteen::till::test
