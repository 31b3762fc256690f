#include "canteen/app/address.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(Address, OfIpv6CountsAsItsNetwork) {
    EXPECT_EQ(counted_address("192.168.1.7"), "192.168.1.7");
    EXPECT_EQ(counted_address("2001:db8:0:7:1:2:3:4"), counted_address("2001:DB8::7:ffff:0:0:1"));
    EXPECT_NE(counted_address("2001:db8:0:7::1"), counted_address("2001:db8:0:8::1"));
}

TEST(Address, IsNothingElse) {
    for (const auto* text : {"192.168.1.7", "::1", "2001:db8::7"}) EXPECT_TRUE(is_address(text)) << text;
    for (const auto* text : {"", "canteen.lan", "192.168.1.7:80", "[::1]", "fe80::1%eth0", "10.0.0.1, 10.0.0.2"})
        EXPECT_FALSE(is_address(text)) << text;
}

}  // namespace
}  // namespace canteen
