#include "pos-client/till/offset_clock.h"

#include <gtest/gtest.h>

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

TEST(OffsetClock, runsAsFastAsADemonstrationsServerSays) {
    OffsetClock clock;
    clock.contact({1'000}, {1'000'000});
    clock.set_pace(60);
    EXPECT_EQ(clock.server_time({2'500}), (Timestamp{1'090'000}));
}

// The server's clock made a step, or the till slept: its steady clock stood while the server's went on.
TEST(OffsetClock, takesNoStepOfEitherClockForAFastOne) {
    OffsetClock clock;
    clock.contact({0}, {0});
    clock.contact({5'000}, {15'000});
    clock.contact({5'500}, {3'600'000});
    EXPECT_EQ(clock.pace(), 1);
    EXPECT_EQ(clock.server_time({6'500}), (Timestamp{3'601'000}));
}

TEST(OffsetClock, takesNoPaceThatIsNone) {
    OffsetClock clock;
    for (const std::int64_t none : {0, -1, 1'001}) {
        clock.set_pace(none);
        EXPECT_EQ(clock.pace(), 1);
    }
}

TEST(OffsetClock, goesOnFromAnEarlierRunsOffset) {
    OffsetClock clock;
    clock.resume(std::chrono::milliseconds{-500});
    EXPECT_EQ(clock.server_time({1'000}), (Timestamp{500}));
}

}  // namespace
}  // namespace canteen::till::test
