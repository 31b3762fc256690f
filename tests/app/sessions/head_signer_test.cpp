#include "canteen/app/sessions/head_signer.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

const Hash canteen{1}, first_row{2}, second_row{3};

TEST(HeadSigner, SignsTheNewestRowForThisCanteenAlone) {
    HeadSigner signer(LockedKey(Key{7}), canteen, 10, first_row);
    const auto head = signer.head();
    ASSERT_TRUE(head);
    EXPECT_TRUE(verify(signer.key(), head_message(canteen, 10, first_row), head->signature));
    EXPECT_FALSE(verify(signer.key(), head_message(Hash{9}, 10, first_row), head->signature));
    signer.move_to(11, second_row);
    const auto next = signer.head();
    ASSERT_TRUE(next);
    EXPECT_EQ(next->seq, 11U);
    EXPECT_TRUE(verify(signer.key(), head_message(canteen, 11, second_row), next->signature));
}

TEST(HeadSigner, SignsNothingWithoutAKeyOrARow) {
    EXPECT_FALSE(HeadSigner(std::nullopt, canteen, 10, first_row).head());
    EXPECT_FALSE(HeadSigner(LockedKey(Key{7}), canteen, 0, Hash{}).head());
    EXPECT_EQ(HeadSigner(std::nullopt, canteen, 10, first_row).key(), PublicKey{});
}

}  // namespace
}  // namespace canteen
