// Data keys are zeroed when they leave memory.
#include "canteen/storage/sealing/data_keys.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

MemberId person(std::size_t number) {
    return MemberId{Bytes16{static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number)}};
}

const Key& put(DataKeys& keys, std::size_t number) {
    Key key{static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number), 1};
    return keys.put(person(number), key);
}

TEST(DataKeys, AreFoundUntilTheyAreErasedAndZeroThen) {
    DataKeys keys;
    const Key& gone = put(keys, 1);
    const Key& stays = put(keys, 2);
    keys.erase(person(1));
    EXPECT_EQ(keys.find(person(1)), nullptr);
    EXPECT_EQ(gone, Key{});
    EXPECT_EQ(keys.find(person(2)), &stays);
    put(keys, 3);
    EXPECT_NE(keys.find(person(3)), &stays) << "a place given up is taken again, nobody else's";
    EXPECT_EQ(*keys.find(person(2)), (Key{0, 2, 1}));
    keys.clear();
    EXPECT_EQ(stays, Key{});
    EXPECT_EQ(keys.find(person(2)), nullptr);
}

TEST(DataKeys, LeaveNoCopyWithWhoeverBroughtThem) {
    DataKeys keys;
    Key key{5};
    keys.put(person(1), key);
    EXPECT_EQ(key, Key{});
}

TEST(DataKeys, AreNeverMoreThanTheRoom) {
    DataKeys keys;
    for (std::size_t i = 0; i < max_known_keys; ++i) put(keys, i);
    ASSERT_NE(keys.find(person(0)), nullptr);
    put(keys, max_known_keys);
    EXPECT_EQ(keys.find(person(0)), nullptr);
    EXPECT_EQ(*keys.find(person(max_known_keys)), (Key{16, 0, 1}));
}

}  // namespace
}  // namespace canteen
