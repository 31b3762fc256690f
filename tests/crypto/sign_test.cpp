#include "canteen/crypto/sign.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

SigningSeed seed(std::uint8_t n) {
    SigningSeed s{};
    s.fill(n);
    return s;
}

TEST(Sign, ASignatureHoldsForItsKeyAndMessageOnly) {
    auto signature = sign(seed(1), "hello");
    EXPECT_TRUE(verify(public_key_of(seed(1)), "hello", signature));
    EXPECT_FALSE(verify(public_key_of(seed(2)), "hello", signature));
    EXPECT_FALSE(verify(public_key_of(seed(1)), "hullo", signature));
    signature[10] = static_cast<std::uint8_t>(signature[10] ^ 1);
    EXPECT_FALSE(verify(public_key_of(seed(1)), "hello", signature));
}

TEST(Sign, AHelloCannotBeUsedOnAnotherConnectionHostOrEpoch) {
    auto message = hello_message("nonce", "till.local", 7);
    EXPECT_NE(message, hello_message("other", "till.local", 7));
    EXPECT_NE(message, hello_message("nonce", "evil.local", 7));
    EXPECT_NE(message, hello_message("nonce", "till.local", 8));
}

}  // namespace
}  // namespace canteen
