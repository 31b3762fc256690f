#include "canteen/app/till_state.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(TillState, KeepsTheHighestNumberAndItsHash) {
    TillState state;
    state.note_link(2, Hash{2});
    state.note_link(1, Hash{1});
    state.note_link(2, Hash{3});
    EXPECT_EQ(state, (TillState{2, Hash{2}, 0, {}}));
}

TEST(TillState, CountsPickupsOfTheLatestDay) {
    const Date monday{20'000}, tuesday{20'001};
    TillState state;
    state.note_pickup(monday, 7);
    state.note_pickup(monday, 6);
    EXPECT_EQ(state, (TillState{0, {}, 7, monday}));
    state.note_pickup(tuesday, 1);
    state.note_pickup(monday, 8);
    EXPECT_EQ(state, (TillState{0, {}, 1, tuesday}));
}

}  // namespace
}  // namespace canteen
