#include "canteen/crypto/seal.h"

#include <gtest/gtest.h>

#include "tests/support/fake_clock.h"

namespace canteen {
namespace {

Key key_full_of(std::uint8_t byte) {
    Key key;
    key.fill(byte);
    return key;
}

TEST(Seal, OpensUnderItsOwnKeyAndWhereItBelongs) {
    testing::SeededRandom random(1);
    const auto sealed = seal_under(key_full_of(1), "balances", "12.60", random);
    EXPECT_EQ(sealed.find("12.60"), std::string::npos);
    EXPECT_EQ(open_under(key_full_of(1), "balances", sealed), "12.60");
    EXPECT_FALSE(open_under(key_full_of(2), "balances", sealed));
    EXPECT_FALSE(open_under(key_full_of(1), "sheets", sealed));
}

TEST(Seal, OpensNothingThatWasChangedOrCut) {
    testing::SeededRandom random(1);
    const auto sealed = seal_under(key_full_of(1), "balances", "12.60", random);
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_FALSE(open_under(key_full_of(1), "balances", changed)) << i;
        EXPECT_FALSE(open_under(key_full_of(1), "balances", sealed.substr(0, i))) << i;
    }
}

TEST(Seal, IsNeverTheSameTwice) {
    testing::SeededRandom random(1);
    EXPECT_NE(seal_under(key_full_of(1), "", "", random), seal_under(key_full_of(1), "", "", random));
}

}  // namespace
}  // namespace canteen
