#include "canteen/net/header_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace canteen {
namespace {

TEST(HeaderText, finds_the_host_without_its_port) {
    EXPECT_EQ(host_without_port("kitchen.local:8080"), "kitchen.local");
    EXPECT_EQ(host_without_port("kitchen.local"), "kitchen.local");
    EXPECT_EQ(host_without_port("[::1]:8080"), "::1");
    EXPECT_EQ(host_without_port("[::1"), "::1");
    EXPECT_EQ(host_without_port(""), "");
}

TEST(HeaderText, finds_one_cookie_among_many_by_its_whole_name) {
    EXPECT_EQ(cookie_value("a=1; canteen_device=abc=; b=2", "canteen_device"), "abc=");
    EXPECT_EQ(cookie_value("not_canteen_device=1", "canteen_device"), "");
    EXPECT_EQ(cookie_value("canteen_device", "canteen_device"), "");
}

TEST(HeaderText, knows_who_takes_gzip) {
    EXPECT_TRUE(accepts_gzip("gzip, deflate, br"));
    EXPECT_TRUE(accepts_gzip("br;q=1.0, gzip;q=0.8"));
    EXPECT_TRUE(accepts_gzip("*"));
    EXPECT_FALSE(accepts_gzip("gzip;q=0"));
    EXPECT_FALSE(accepts_gzip("gzip;q=0.000, br"));
    EXPECT_FALSE(accepts_gzip("identity"));
    EXPECT_FALSE(accepts_gzip(""));
}

TEST(HeaderText, compares_tags_weakly) {
    EXPECT_TRUE(etag_matches("\"abc\"", "abc"));
    EXPECT_TRUE(etag_matches("\"x\", W/\"abc\"", "abc"));
    EXPECT_TRUE(etag_matches("*", "abc"));
    EXPECT_FALSE(etag_matches("\"abcd\"", "abc"));
    EXPECT_FALSE(etag_matches("abc", "abc"));
    EXPECT_FALSE(etag_matches("", "abc"));
}

TEST(HeaderText, chooses_the_first_offered_subprotocol_it_speaks) {
    EXPECT_EQ(choose_subprotocol("canteen.v1"), Encoding::binary);
    EXPECT_EQ(choose_subprotocol("canteen.v2, canteen.v1.json, canteen.v1"), Encoding::json);
    EXPECT_EQ(choose_subprotocol("canteen.v2"), std::nullopt);
    EXPECT_EQ(choose_subprotocol(""), std::nullopt);
}

RC_GTEST_PROP(HeaderText, reads_any_bytes_without_harm, (std::string any)) {
    host_without_port(any);
    cookie_value(any, "canteen_device");
    accepts_gzip(any);
    etag_matches(any, "abc");
    choose_subprotocol(any);
    for (const auto part : comma_list(any)) RC_ASSERT(part.find(',') == std::string_view::npos);
}

}  // namespace
}  // namespace canteen
