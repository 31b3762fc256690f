#include "canteen/domain/base/hex.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(Hex, WritesTwoLowerCaseDigitsAByte) {
    EXPECT_EQ(to_hex(std::array<std::uint8_t, 3>{0x00, 0x0f, 0xa1}), "000fa1");
    EXPECT_EQ(to_hex(std::string_view("\xff\n")), "ff0a");
    EXPECT_EQ(to_hex(std::string_view()), "");
}

TEST(Hex, ReadsDigitsOfEitherCase) {
    EXPECT_EQ(from_hex<3>("000fA1"), (std::array<std::uint8_t, 3>{0x00, 0x0f, 0xa1}));
}

TEST(Hex, ReadsNothingElse) {
    for (const auto* text : {"", "0", "000", "0g", "g0", "-1", "+1", "0x", " 1", "1 "})
        EXPECT_FALSE(from_hex<1>(text)) << text;
}

}  // namespace
}  // namespace canteen
