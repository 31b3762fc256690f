#include "canteen/app/redeem_request.h"

#include <gtest/gtest.h>

#include "canteen/app/enrolment_code.h"
#include "tests/support/fake_clock.h"

namespace canteen {
namespace {

std::optional<RedeemRequest> read(std::string type, std::string body) {
    HttpRequest request;
    request.content_type = std::move(type);
    request.body = std::move(body);
    return read_redeem_request(request);
}
const std::string form = "application/x-www-form-urlencoded";
const std::string json = "application/json";
const std::string key_hex = std::string(62, '0') + "aB";

TEST(RedeemRequest, AScreenSendsItsCodeInAForm) {
    auto claim = read(form, "code=ab12-cd34+ef");
    ASSERT_TRUE(claim);
    EXPECT_EQ(claim->code, "AB12CD34EF");
    EXPECT_FALSE(claim->public_key);
}

TEST(RedeemRequest, ATillSendsItsKeyInJson) {
    auto claim = read(json, R"( { "code" : "AB12CD34EF", "public_key":")" + key_hex + "\" } ");
    ASSERT_TRUE(claim);
    ASSERT_TRUE(claim->public_key);
    EXPECT_EQ(claim->public_key->at(31), 0xab);
}

TEST(RedeemRequest, TextInJsonMayBeEscaped) {
    auto claim = read(json, R"({"code":"\u0041B1"})");
    ASSERT_TRUE(claim);
    EXPECT_EQ(claim->code, "AB1");
}

TEST(RedeemRequest, ATillMaySendAFormAsWell) {
    auto claim = read(form, "public_key=" + key_hex + "&code=AB%31");
    ASSERT_TRUE(claim && claim->public_key);
    EXPECT_EQ(claim->code, "AB1");
}

TEST(RedeemRequest, WhatCannotBeReadIsNoClaim) {
    EXPECT_FALSE(read(form, ""));
    EXPECT_FALSE(read(form, "code="));
    EXPECT_FALSE(read(form, "code=A&public_key=12"));
    for (const auto* body : {"", "{}", "{", "[]", R"({"code":1})", R"({"code":"A)", R"({"code":"A"} x)",
                             R"({"code":["A"]})", R"({"code":"A",})"})
        EXPECT_FALSE(read(json, body)) << body;
}

TEST(EnrolmentCode, LookAlikesAreForgiven) {
    EXPECT_EQ(normalise_enrolment_code("oO iIlL"), "001111");
}

TEST(EnrolmentCode, IsTypedBackAsItWasMade) {
    testing::SeededRandom random(7);
    auto code = make_enrolment_code(random);
    EXPECT_EQ(code.size(), enrolment_code_length);
    EXPECT_EQ(normalise_enrolment_code(code), code);
    EXPECT_NE(make_enrolment_code(random), code);
}

}  // namespace
}  // namespace canteen
