#include "canteen/app/feeds/feed_log.h"

#include <gtest/gtest.h>

#include "canteen/app/feeds/kitchen_view.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_codec.h"
#include "tests/support/lunch.h"

namespace canteen {
namespace {

using namespace canteen::testing;
using namespace std::chrono_literals;

// Making one takes long on a slow machine or in a large house, and all come back at once after a restart.
TEST(FeedLog, APictureThatTookLongToMakeServesTheNextFollowersToo) {
    FakeCodec codec;
    FakeClock clock{noon()};
    codec.while_it_encodes = [&clock] { clock.advance(snapshot_kept_for); };
    FeedLog log(codec, Feed::kitchen, 1, 5);
    const KitchenView view({}, {lunch_menu()}, {}, lunch_date);
    const FrameList first = log.snapshot(view, {}, clock);
    EXPECT_EQ(log.snapshot(view, {}, clock), first);
    clock.advance(snapshot_kept_for);
    EXPECT_EQ(log.snapshot(view, {}, clock), first);
    clock.advance(1ms);
    EXPECT_NE(log.snapshot(view, {}, clock), first) << "screens set their clocks by it";
}

}  // namespace
}  // namespace canteen
