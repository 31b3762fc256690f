#include "canteen/domain/base/text.h"

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

TEST(Text, NamesOfAllOfChinaArePlain) {
    for (const char* name : {"王芳", "䶮", "𠮷田", "㐂", "𪚥", "བསྟན་འཛིན་རྒྱ་མཚོ", "ཧཱུྂ", "阿卜杜拉·买买提", "ئابدۇللا مەمەت",
                             "ꆈꌠꁱꂷ", "禰\U000E0100", "❤\uFE0F🍚", "ß-Straße"})
        EXPECT_TRUE(is_plain_text(name)) << name;
}

TEST(Text, WhatIsNotUtf8IsNotPlain) {
    EXPECT_FALSE(is_plain_text("\xcd\xf5\xbf\xc6\xb3\xa4")) << "GBK";
    EXPECT_FALSE(is_plain_text("a\xe5\x9b"));
    EXPECT_FALSE(is_plain_text("\xed\xa0\x80"));
}

TEST(Text, WhatCannotBeSeenIsNotPlain) {
    for (const char* hidden :
         {"\u200b", "\u200d",     "\u2060",     "\ufeff",     "\u00ad",     "\u3164", "\u115f", "\uffa0",
          "\u034f", "\U000E0041", "\U000E0001", "\u2028",     "\u2029",     "\u202e", "\u2066", "\u061c",
          "\u0085", "\u009b",     "\ue000",     "\U000F0000", "\U0010FFFD", "\ufffe", "\ufdd0", "\U0001FFFF"})
        EXPECT_FALSE(is_plain_text(std::string("王") + hidden + "芳"));
}

TEST(Text, ACharacterBearsAsManyMarksAsAnyWritingNeeds) {
    std::string text = "e";
    for (std::size_t i = 0; i < max_marks; ++i) text += "\u0301";
    EXPECT_TRUE(is_plain_text(text));
    EXPECT_TRUE(is_plain_text(text + text));
    EXPECT_FALSE(is_plain_text(text + "\u0301"));
}

TEST(Text, WhatIsNotPlainCanBeLeftOut) {
    std::string crowded = "e";
    for (std::size_t i = 0; i < max_marks; ++i) crowded += "\u0301";
    EXPECT_EQ(plain_part_of("少\u200b盐\xcd\n" + crowded + "\u0301"), "少盐" + crowded);
    EXPECT_EQ(plain_part_of("王芳"), "王芳");
}

TEST(Text, WhatIsNotUtf8CanBeShownAllTheSame) {
    EXPECT_EQ(utf8_of("王\xcd\xf5芳"), "王\uFFFD\uFFFD芳");
    EXPECT_EQ(utf8_of("王芳"), "王芳");
}

TEST(Text, CharactersAreTakenOneByOne) {
    std::string_view text = "a·芳𠮷\xff";
    for (const char32_t wanted : {U'a', U'·', U'芳', U'𠮷', U'\uFFFD'}) EXPECT_EQ(take_character(text), wanted);
    EXPECT_TRUE(text.empty());
}

TEST(Text, DigitsAreThoseOfAscii) {
    EXPECT_TRUE(all_digits("0190"));
    EXPECT_TRUE(all_digits(""));
    for (const char* other : {"1a", "1 ", "-1", "\xef\xbc\x91"}) EXPECT_FALSE(all_digits(other)) << other;
}

}  // namespace
}  // namespace canteen
