#include "canteen/net/crowd.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

NetLimits small() {
    NetLimits limits;
    limits.connections = 3;
    limits.unknown_per_remote = 2;
    limits.being_refused = 1;
    return limits;
}

TEST(Crowd, takes_as_many_as_there_is_room_for_and_tells_the_next_one) {
    Crowd crowd(small());
    const auto a = crowd.enter("10.0.0.1", false), b = crowd.enter("10.0.0.2", false);
    auto c = crowd.enter("10.0.0.3", false);
    EXPECT_EQ(c.admission(), Admission::admitted);
    const auto told = crowd.enter("10.0.0.4", false);
    EXPECT_EQ(told.admission(), Admission::full);
    EXPECT_EQ(crowd.enter("10.0.0.5", false).admission(), Admission::hang_up) << "only a few are told";
    c = Crowd::Place();
    EXPECT_EQ(crowd.enter("10.0.0.5", false).admission(), Admission::admitted);
}

TEST(Crowd, counts_the_unknown_of_an_address_only) {
    Crowd crowd(small());
    auto a = crowd.enter("10.0.0.1", false);
    auto b = crowd.enter("10.0.0.1", false);
    EXPECT_EQ(crowd.enter("10.0.0.1", false).admission(), Admission::too_many_from_one);
    a.become_known();
    EXPECT_EQ(crowd.enter("10.0.0.1", false).admission(), Admission::admitted);
    EXPECT_EQ(crowd.admitted(), 2u);
}

TEST(Crowd, does_not_count_loopback_unless_told_to) {
    Crowd crowd(small());
    const auto a = crowd.enter("127.0.0.1", true), b = crowd.enter("127.0.0.1", true);
    EXPECT_EQ(crowd.enter("127.0.0.1", true).admission(), Admission::admitted);

    NetLimits strict = small();
    strict.exempt_loopback = false;
    Crowd counted(strict);
    const auto c = counted.enter("127.0.0.1", true), d = counted.enter("127.0.0.1", true);
    EXPECT_EQ(counted.enter("127.0.0.1", true).admission(), Admission::too_many_from_one);
}

TEST(Crowd, counts_who_comes_through_a_front_by_his_own_address) {
    Crowd crowd(small());
    auto a = crowd.enter("127.0.0.1", true), b = crowd.enter("127.0.0.1", true), c = crowd.enter("127.0.0.1", true);
    EXPECT_EQ(a.move_to("10.0.0.1", false), Admission::admitted);
    EXPECT_EQ(b.move_to("10.0.0.1", false), Admission::admitted);
    EXPECT_EQ(c.move_to("10.0.0.1", false), Admission::too_many_from_one);
    EXPECT_EQ(crowd.admitted(), 2u) << "who is refused takes no room from others";
    a = Crowd::Place();
    EXPECT_EQ(crowd.enter("10.0.0.1", false).admission(), Admission::admitted);
}

}  // namespace
}  // namespace canteen
