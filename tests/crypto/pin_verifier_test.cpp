#include "canteen/crypto/pin_verifier.h"

#include <gtest/gtest.h>

#include "canteen/crypto/box.h"

namespace canteen {
namespace {

const Bytes16 salt{1}, li{2}, wang{3};

TEST(PinVerifier, KnowsItsPinAndTwoOfTheSameLookDifferent) {
    const auto of_li = make_pin_verifier("402917", salt, li), of_wang = make_pin_verifier("402917", salt, wang);
    EXPECT_EQ(pin_hash(stretched("402917", of_li.stretch), li), of_li.hash);
    EXPECT_NE(pin_hash(stretched("402918", of_li.stretch), li), of_li.hash);
    EXPECT_NE(of_li.hash, of_wang.hash);
}

TEST(PinVerifier, ComesBackFromItsBytesAndFromNoOthers) {
    const PinVerifier verifier{{pin_passes, pin_mebibytes, salt}, Hash{7}};
    auto bytes = bytes_of(verifier);
    EXPECT_EQ(pin_verifier_from(bytes), verifier);
    EXPECT_FALSE(pin_verifier_from(bytes.substr(1)));
    bytes[1] = 100;  // passes: hours of work
    EXPECT_FALSE(pin_verifier_from(bytes));
}

TEST(PinVerifier, SaltsEachSiteItsOwnWay) {
    EXPECT_EQ(pin_salt_of(Key{1}), pin_salt_of(Key{1}));
    EXPECT_NE(pin_salt_of(Key{1}), pin_salt_of(Key{2}));
}

TEST(Box, OpensForTheHolderOfTheKeyAlone) {
    SigningSeed seed{}, other{};
    seed.fill(5);
    other.fill(6);
    const auto sealed = seal_to(public_key_of(seed), "a verifier");
    ASSERT_TRUE(sealed);
    EXPECT_EQ(open_sealed(seed, *sealed), "a verifier");
    EXPECT_FALSE(open_sealed(other, *sealed));
    auto changed = *sealed;
    changed.back() = static_cast<char>(changed.back() ^ 1);
    EXPECT_FALSE(open_sealed(seed, changed));
    EXPECT_FALSE(open_sealed(seed, "short"));
}

}  // namespace
}  // namespace canteen
