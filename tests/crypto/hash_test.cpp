#include "canteen/crypto/hash.h"
#include "canteen/domain/base/hex.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(Hash, TellsFieldListsApartThatJoinToTheSameText) {
    EXPECT_NE(hash_of({"ab", "c"}), hash_of({"a", "bc"}));
}

TEST(Hash, NeedsTheKeyToBeGuessed) {
    Key key{};
    key[0] = 1;
    EXPECT_NE(keyed_hash_of(key, {"a"}), hash_of({"a"}));
    EXPECT_EQ(keyed_hash_of(key, {"a"}), keyed_hash_of(key, {"a"}));
}

TEST(Hash, ALinkDependsOnTheOneBefore) {
    auto first = next_link(Hash{}, "one");
    EXPECT_NE(next_link(first, "two"), next_link(Hash{}, "two"));
}

TEST(Hash, StaysWhatItIsSoThatOldJournalsVerify) {
    EXPECT_EQ(to_hex(hash_of({"canteen", ""})), "0baadf78ae47b2489797d7fc1587e6e5a3e14019affe7cf9c523400ee69eb0bb");
}

}  // namespace
}  // namespace canteen
