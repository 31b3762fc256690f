#include "canteen/texts/fill.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(Fill, putsAValueInAsItCame) {
    EXPECT_EQ(fill("Dish {dish} ({left} left).", {{"dish", "12"}, {"left", "0"}}), "Dish 12 (0 left).");
}

TEST(Fill, turnsFenIntoYuan) {
    EXPECT_EQ(fill("{due|yuan} yuan are due.", {{"due", "1260"}}), "12.60 yuan are due.");
    EXPECT_EQ(fill("{due|yuan}", {{"due", "free"}}), "free");
}

TEST(Fill, countsOneAndMany) {
    EXPECT_EQ(fill("{n} {n|dish|dishes}", {{"n", "1"}}), "1 dish");
    EXPECT_EQ(fill("{n} {n|dish|dishes}", {{"n", "12"}}), "12 dishes");
    EXPECT_EQ(fill("order{n||s}", {{"n", "1"}}), "order");
}

TEST(Fill, showsAQuestionMarkForAMissingValue) {
    EXPECT_EQ(fill("{dish}, {due|yuan}, {n|one|many}", {}), "?, ?, ?");
}

}  // namespace
}  // namespace canteen
