#include "pos-client/till/pickup.h"

#include <gtest/gtest.h>

namespace canteen::till::test {
namespace {

TEST(PickupCounts, goOnWhereEachDayStoodWhenTheClockGoesOverMidnightAndBack) {
    const Date today{100};
    PickupCounts counts;
    EXPECT_EQ(next_pickup(counts, today), (PickupCount{today, 1}));
    counts.raise({today, 57});
    EXPECT_EQ(next_pickup(counts, today + 1), (PickupCount{today + 1, 1}));
    counts.raise({today + 1, 1});
    EXPECT_EQ(next_pickup(counts, today), (PickupCount{today, 58}));
    EXPECT_EQ(next_pickup(counts, today + 1), (PickupCount{today + 1, 2}));
}

TEST(PickupCounts, keepTheLastDatesAndTheOneThatIsCounted) {
    PickupCounts counts;
    for (int day = 0; day < 40; ++day) counts.raise({Date{100 + day}, 9});
    EXPECT_EQ(counts.last_of(Date{100}), 0U);
    EXPECT_EQ(counts.last_of(Date{139}), 9U);
    counts.raise({Date{50}, 3});  // the clock was days wrong
    EXPECT_EQ(counts.last_of(Date{50}), 3U);
    EXPECT_EQ(counts.latest(), (PickupCount{Date{139}, 9}));
}

TEST(PickupCounts, areReadBackFromTheirText) {
    PickupCounts counts;
    counts.raise({Date{20557}, 41});
    counts.raise({Date{20558}, 3});
    EXPECT_EQ(counts.to_text(), "20557:41 20558:3");
    EXPECT_EQ(PickupCounts::from_text(counts.to_text()), counts);
    EXPECT_EQ(PickupCounts::from_text(""), PickupCounts());
    EXPECT_EQ(PickupCounts::from_text("20557:4 rubbish").last_of(Date{20557}), 4U);
}

}  // namespace
}  // namespace canteen::till::test
