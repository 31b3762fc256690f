#include "canteen/domain/base/number.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace canteen {
namespace {

TEST(WholeNumber, IsTheWholeText) {
    EXPECT_EQ(whole_number<std::uint32_t>("4294967295"), 4294967295U);
    EXPECT_EQ(whole_number<int>("-12"), -12);
    for (const auto* text : {"", " 1", "1 ", "1.5", "+1", "-1", "0x1", "4294967296"})
        EXPECT_FALSE(whole_number<std::uint32_t>(text)) << text;
}

TEST(WholeNumber, IsTakenOffTheFront) {
    std::string_view text = "101+204";
    EXPECT_EQ(take_number<std::uint32_t>(text), 101U);
    EXPECT_EQ(text, "+204");
    EXPECT_FALSE(take_number<std::uint32_t>(text));
    EXPECT_EQ(text, "+204");
}

}  // namespace
}  // namespace canteen
