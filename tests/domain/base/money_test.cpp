#include "canteen/domain/base/money.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

namespace canteen {
namespace {

TEST(Money, weighs_a_price_and_rounds_once_half_up) {
    EXPECT_EQ(price_by_weight({350}, 50, 100), Fen{700});
    EXPECT_EQ(price_by_weight({198}, 100, 321), Fen{636}) << "635.58 goes up";
    EXPECT_EQ(price_by_weight({1}, 2, 1), Fen{1}) << "half goes up";
    EXPECT_EQ(price_by_weight({1}, 3, 1), Fen{0}) << "a third goes down";
    EXPECT_EQ(price_by_weight({500}, 500, 0), Fen{0});
}

TEST(Money, takes_cash_down_to_the_full_tenth_of_a_yuan) {
    EXPECT_EQ(round_cash({1239}), Fen{1230});
    EXPECT_EQ(round_cash({1230}), Fen{1230});
    EXPECT_EQ(round_cash({9}), Fen{0});
    EXPECT_EQ(round_cash({-1239}), Fen{-1230}) << "a reversal gives back what was taken";
}

TEST(Money, is_written_in_yuan_with_two_places) {
    EXPECT_EQ(to_yuan({1260}), "12.60");
    EXPECT_EQ(to_yuan({-5}), "-0.05");
    EXPECT_EQ(to_yuan({0}), "0.00");
    EXPECT_EQ(to_yuan({-1234}), "-12.34");
    EXPECT_EQ(to_yuan({std::numeric_limits<std::int64_t>::min()}), "-92233720368547758.08");
}

RC_GTEST_PROP(Money, a_weighed_price_is_within_half_a_fen_of_the_exact_one, ()) {
    const auto price = *rc::gen::inRange<std::int64_t>(0, max_order_sum.value);
    const auto per = *rc::gen::inRange<std::uint32_t>(1, 5000);
    const auto grams = *rc::gen::inRange<std::uint32_t>(0, 50'000);
    const std::int64_t twice_error = 2 * (price_by_weight({price}, per, grams).value * per - price * grams);
    RC_ASSERT(twice_error > -std::int64_t{per});
    RC_ASSERT(twice_error <= std::int64_t{per});
}

}  // namespace
}  // namespace canteen
