#include "canteen/domain/base/rounding.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(Rounding, without_a_rule_a_part_is_rounded_down_to_the_fen) {
    EXPECT_EQ(part_of({1001}, 1, 4, {}), Fen{250});
    EXPECT_EQ(part_of({1003}, 3, 4, {}), Fen{752});
}

TEST(Rounding, a_part_is_rounded_to_full_units_in_the_direction_asked_for) {
    EXPECT_EQ(part_of({1000}, 1, 3, {{50}, RoundingDirection::down}), Fen{300});
    EXPECT_EQ(part_of({1000}, 1, 3, {{50}, RoundingDirection::up}), Fen{350});
    EXPECT_EQ(part_of({1000}, 1, 3, {{100}, RoundingDirection::half_up}), Fen{300});
    EXPECT_EQ(part_of({1050}, 1, 3, {{100}, RoundingDirection::half_up}), Fen{400}) << "350 is the half";
    EXPECT_EQ(part_of({900}, 1, 3, {{100}, RoundingDirection::up}), Fen{300}) << "nothing to round";
}

TEST(Rounding, what_is_left_to_pay_may_be_rounded_instead) {
    EXPECT_EQ(part_of({1234}, 15, 100, {{10}, RoundingDirection::up, true}), Fen{184}) << "1048.9 left becomes 1050";
    EXPECT_EQ(part_of({1234}, 15, 100, {{10}, RoundingDirection::down, true}), Fen{194});
    EXPECT_EQ(part_of({5}, 15, 100, {{10}, RoundingDirection::up, true}), Fen{}) << "never a surcharge";
}

}  // namespace
}  // namespace canteen
