#include "canteen/domain/text.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(Text, TellsUtf8FromOtherBytes) {
    EXPECT_TRUE(is_utf8("回锅肉 café 🍚"));
    EXPECT_FALSE(is_utf8("\xff"));
    EXPECT_FALSE(is_utf8("\xed\xa0\x80")) << "a surrogate";
    EXPECT_FALSE(is_utf8("\xc0\x80")) << "an overlong form";
    EXPECT_FALSE(is_utf8("\xe5\x9b")) << "a character cut short";
}

TEST(Text, PlainTextHoldsNothingThatFakesALineOrTurnsTheWriting) {
    EXPECT_TRUE(is_plain_text("不要花生"));
    EXPECT_FALSE(is_plain_text("a\nb"));
    EXPECT_FALSE(is_plain_text("a\x1b[2J"));
    EXPECT_FALSE(
        is_plain_text("a\xe2\x80\xae"
                      "b"));
}

TEST(Text, DigitsAreThoseOfAscii) {
    EXPECT_TRUE(all_digits("0190"));
    EXPECT_TRUE(all_digits(""));
    for (const char* other : {"1a", "1 ", "-1", "\xef\xbc\x91"}) EXPECT_FALSE(all_digits(other)) << other;
}

}  // namespace
}  // namespace canteen
