#include "canteen/cli/refund_words.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(RefundWordsTest, ReadsPickupNumbers) {
    EXPECT_EQ(parse_pickup("A012"), (PickupNumber{"A", 12}));
    EXPECT_EQ(parse_pickup("AB1203"), (PickupNumber{"AB", 1203}));
    for (const char* typed : {"a012", "A 012"}) EXPECT_EQ(parse_pickup(typed), (PickupNumber{"A", 12})) << typed;
    for (const char* wrong : {"", "A", "012", "A12x"}) EXPECT_FALSE(parse_pickup(wrong)) << wrong;
}

TEST(RefundWordsTest, ReadsLines) {
    EXPECT_EQ(parse_refund_lines(""), std::vector<RefundLine>{});
    EXPECT_EQ(parse_refund_lines("2x1,3x350"), (std::vector<RefundLine>{{LineId{2}, 1}, {LineId{3}, 350}}));
    for (const char* wrong : {"2", "2x", "x1", "2x1,", ",2x1", "2x1 3x1"})
        EXPECT_FALSE(parse_refund_lines(wrong)) << wrong;
}

}  // namespace
}  // namespace canteen
