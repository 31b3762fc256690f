#include "canteen/crypto/random.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(Random, IdsOfLaterInstantsSortLater) {
    SystemRandom random;
    auto early = new_id<OrderId>({1'000}, random), late = new_id<OrderId>({1'001}, random);
    EXPECT_LT(early, late);
    EXPECT_NE(new_id<OrderId>({1'000}, random), early);
}

TEST(Random, IdsCarryVersionSevenAndVariant) {
    SystemRandom random;
    auto id = new_id<OrderId>({0}, random);
    EXPECT_EQ(id.bytes[6] >> 4, 7);
    EXPECT_EQ(id.bytes[8] >> 6, 2);
}

}  // namespace
}  // namespace canteen
