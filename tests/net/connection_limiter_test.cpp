#include "canteen/net/connection_limiter.h"

#include <gtest/gtest.h>

#include <vector>

namespace canteen {
namespace {

NetLimits small() {
    NetLimits limits;
    limits.connections = 6;
    limits.unknown_per_remote = 2;
    limits.plain_per_remote = 3;
    limits.strangers = 4;
    limits.being_refused = 1;
    return limits;
}

ConnectionLimiter::Place socket_from(ConnectionLimiter& limiter, const std::string& remote) {
    auto place = limiter.enter(remote, false);
    place.upgrade(remote, false);
    return place;
}

TEST(ConnectionLimiter, takes_as_many_as_there_is_room_for_and_tells_the_next_one) {
    ConnectionLimiter limiter(small());
    std::vector<ConnectionLimiter::Place> here;
    for (int i = 0; i < 6; ++i) here.push_back(limiter.enter("127.0.0.1", true));
    EXPECT_EQ(here.back().admission(), Admission::admitted);
    const auto told = limiter.enter("127.0.0.1", true);
    EXPECT_EQ(told.admission(), Admission::full);
    EXPECT_EQ(limiter.enter("127.0.0.1", true).admission(), Admission::hang_up) << "only a few are told";
    here.pop_back();
    EXPECT_EQ(limiter.enter("127.0.0.1", true).admission(), Admission::admitted);
}

TEST(ConnectionLimiter, counts_the_unknown_sockets_of_an_address_only) {
    ConnectionLimiter limiter(small());
    auto a = socket_from(limiter, "10.0.0.1");
    auto b = socket_from(limiter, "10.0.0.1");
    EXPECT_EQ(socket_from(limiter, "10.0.0.1").admission(), Admission::too_many_from_one);
    a.become_known();
    EXPECT_EQ(socket_from(limiter, "10.0.0.1").admission(), Admission::admitted);
    EXPECT_EQ(limiter.admitted(), 2u);
}

TEST(ConnectionLimiter, leaves_pages_out_of_the_count_of_sockets) {
    ConnectionLimiter limiter(small());
    auto a = socket_from(limiter, "10.0.0.1"), b = socket_from(limiter, "10.0.0.1");
    auto page = limiter.enter("10.0.0.1", false);
    EXPECT_EQ(page.admission(), Admission::admitted) << "three tablets behind one router load their pages";
    auto second = limiter.enter("10.0.0.1", false);
    EXPECT_EQ(second.admission(), Admission::admitted);
    EXPECT_EQ(page.upgrade("10.0.0.1", false), Admission::too_many_from_one);
}

TEST(ConnectionLimiter, counts_an_ipv6_address_as_its_network) {
    ConnectionLimiter limiter(small());
    auto a = socket_from(limiter, "2001:db8:0:7::1"), b = socket_from(limiter, "2001:db8:0:7:ffff::2");
    EXPECT_EQ(socket_from(limiter, "2001:db8:0:7::3").admission(), Admission::too_many_from_one);
    EXPECT_EQ(socket_from(limiter, "2001:db8:0:8::1").admission(), Admission::admitted);
}

TEST(ConnectionLimiter, strangers_of_many_addresses_leave_room_for_the_house) {
    ConnectionLimiter limiter(small());
    {
        auto till = socket_from(limiter, "192.168.1.5");
        till.become_known();
    }
    std::vector<ConnectionLimiter::Place> strangers;
    for (int i = 0; i < 4; ++i) strangers.push_back(socket_from(limiter, "10.0.0." + std::to_string(i)));
    EXPECT_EQ(socket_from(limiter, "10.0.1.1").admission(), Admission::full);
    auto back = socket_from(limiter, "192.168.1.5");
    EXPECT_EQ(back.admission(), Admission::admitted) << "a till's address is the house's";
    EXPECT_EQ(limiter.strangers(), 4u);
    strangers.front().become_known();
    EXPECT_EQ(limiter.strangers(), 3u);
    EXPECT_EQ(socket_from(limiter, "10.0.1.1").admission(), Admission::admitted);
}

TEST(ConnectionLimiter, does_not_count_loopback_unless_told_to) {
    ConnectionLimiter limiter(small());
    std::vector<ConnectionLimiter::Place> here;
    for (int i = 0; i < 4; ++i) {
        here.push_back(limiter.enter("127.0.0.1", true));
        EXPECT_EQ(here.back().upgrade("127.0.0.1", true), Admission::admitted);
    }
    NetLimits strict = small();
    strict.exempt_loopback = false;
    ConnectionLimiter counted(strict);
    std::vector<ConnectionLimiter::Place> places;
    for (int i = 0; i < 3; ++i) places.push_back(counted.enter("127.0.0.1", true));
    EXPECT_EQ(counted.enter("127.0.0.1", true).admission(), Admission::too_many_from_one);
}

TEST(ConnectionLimiter, counts_who_comes_through_a_front_by_his_own_address) {
    ConnectionLimiter limiter(small());
    auto a = limiter.enter("127.0.0.1", true), b = limiter.enter("127.0.0.1", true),
         c = limiter.enter("127.0.0.1", true);
    EXPECT_EQ(a.upgrade("10.0.0.1", false), Admission::admitted);
    EXPECT_EQ(b.upgrade("10.0.0.1", false), Admission::admitted);
    EXPECT_EQ(c.upgrade("10.0.0.1", false), Admission::too_many_from_one);
    EXPECT_EQ(limiter.admitted(), 2u) << "who is refused takes no room from others";
    a = ConnectionLimiter::Place();
    EXPECT_EQ(socket_from(limiter, "10.0.0.1").admission(), Admission::admitted);
}

}  // namespace
}  // namespace canteen
