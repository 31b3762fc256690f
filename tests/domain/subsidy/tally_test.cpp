#include "canteen/domain/subsidy/tally.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

const UseKey month{MemberId{}, "town", UseKind::budget_month, 20'000};
const UseKey year{MemberId{}, "town", UseKind::budget_year, 20'000};

TEST(Tally, an_amount_is_less_by_what_was_used_before_and_by_what_the_order_takes) {
    const Uses before{{month, 700}};
    Tally tally(before);
    EXPECT_EQ(tally.used(month), 700);
    EXPECT_EQ(tally.used(year), 0);
    EXPECT_EQ(tally.left_of(month, {1000}), Fen{300});
    tally.take(month, {200});
    tally.take(month, {50});
    EXPECT_EQ(tally.left_of(month, {1000}), Fen{50});
    EXPECT_EQ(tally.left_of(month, {900}), Fen{}) << "never negative";
    EXPECT_EQ(tally.used(month), 700) << "before the order";
}

TEST(Tally, says_once_what_the_order_takes_of_each) {
    const Uses none;
    Tally tally(none);
    tally.take(month, {200});
    tally.take(year, {0});
    tally.take(month, {50});
    EXPECT_EQ(std::move(tally).taken(), (std::vector<std::pair<UseKey, Fen>>{{month, {250}}}));
}

}  // namespace
}  // namespace canteen
