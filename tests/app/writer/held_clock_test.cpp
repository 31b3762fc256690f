#include "canteen/app/writer/held_clock.h"

#include <gtest/gtest.h>

#include "tests/support/fake_clock.h"

namespace canteen {
namespace {

using namespace std::chrono_literals;
using testing::FakeClock;

TEST(HeldClock, TimeGoesOnWithTheHost) {
    FakeClock host({1'000'000});
    HeldClock clock(host);
    EXPECT_EQ(clock.now().ms, 1'000'000);
    host.advance(5ms);
    EXPECT_EQ(clock.now().ms, 1'000'005);
}

TEST(HeldClock, ASmallStepBackIsWaitedOut) {
    FakeClock host({1'000'000});
    HeldClock clock(host);
    clock.now();
    host.advance(-2min);
    EXPECT_EQ(clock.now().ms, 1'000'000);
    EXPECT_EQ(clock.take_step_back(), std::nullopt);
    host.advance(2min + 1ms);
    EXPECT_EQ(clock.now().ms, 1'000'001);
}

TEST(HeldClock, ALargerStepIsFollowedAndReportedOnce) {
    FakeClock host({1'000'000});
    HeldClock clock(host);
    clock.now();
    host.advance(-2min - 1ms);
    EXPECT_EQ(clock.now().ms, 879'999);
    EXPECT_EQ(clock.take_step_back(), (HeldClock::StepBack{{1'000'000}, {879'999}}));
    EXPECT_EQ(clock.take_step_back(), std::nullopt);
}

}  // namespace
}  // namespace canteen
