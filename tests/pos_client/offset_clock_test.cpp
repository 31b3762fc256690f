#include "pos-client/till/offset_clock.h"

#include <gtest/gtest.h>

#include "pos-client/till/pickup.h"

namespace canteen::till::test {
namespace {

TEST(OffsetClock, isTheTillsOwnClockBeforeAnyContact) {
    EXPECT_EQ(OffsetClock().server_time({1'000}), (Timestamp{1'000}));
}

TEST(OffsetClock, followsTheServerByTheOffsetOfTheLastContact) {
    OffsetClock clock;
    clock.contact({1'000}, {61'000});
    EXPECT_EQ(clock.server_time({5'000}), (Timestamp{65'000}));
    clock.contact({6'000}, {65'900});
    EXPECT_EQ(clock.server_time({7'000}), (Timestamp{66'900}));
}

TEST(OffsetClock, learnsThePaceOfADemonstration) {
    OffsetClock clock;
    clock.contact({1'000}, {1'000'000});
    clock.contact({1'500}, {1'030'000});
    EXPECT_EQ(clock.pace(), 60);
    EXPECT_EQ(clock.server_time({2'500}), (Timestamp{1'090'000}));
}

TEST(OffsetClock, isNotFooledByASlowNetwork) {
    OffsetClock clock;
    clock.contact({1'000}, {1'000});
    clock.contact({1'500}, {2'900});
    EXPECT_EQ(clock.pace(), 1);
}

TEST(OffsetClock, isNotFooledByAGreetingThatWasLongOnItsWay) {
    OffsetClock clock;
    clock.contact({5'000}, {0}, std::chrono::milliseconds{5'000});
    clock.contact({5'600}, {5'550}, std::chrono::milliseconds{50});
    EXPECT_EQ(clock.pace(), 1);
    EXPECT_EQ(clock.server_time({6'600}), (Timestamp{6'550}));
}

TEST(OffsetClock, goesOnFromAnEarlierRunsOffset) {
    OffsetClock clock;
    clock.resume(std::chrono::milliseconds{-500});
    EXPECT_EQ(clock.server_time({1'000}), (Timestamp{500}));
}

TEST(PickupCount, beginsAnewEachDateAndNeverRepeatsWhenTheClockGoesBack) {
    const Date today{100};
    EXPECT_EQ(next_pickup({}, today), (PickupCount{today, 1}));
    EXPECT_EQ(next_pickup({today, 41}, today), (PickupCount{today, 42}));
    EXPECT_EQ(next_pickup({today, 41}, today + 1), (PickupCount{today + 1, 1}));
    EXPECT_EQ(next_pickup({today, 41}, today + -1), (PickupCount{today, 42}));
}

}  // namespace
}  // namespace canteen::till::test
