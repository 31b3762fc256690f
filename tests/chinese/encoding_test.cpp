#include "canteen/chinese/encoding.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace canteen {
namespace {

// "李桂芳" as a Chinese Windows saves it.
constexpr auto name_in_gb = "\xc0\xee\xb9\xf0\xb7\xbc";

std::string text_of(std::string_view bytes) {
    auto text = utf8_text(bytes);
    EXPECT_TRUE(std::holds_alternative<std::string>(text));
    return std::holds_alternative<std::string>(text) ? std::get<std::string>(text) : "";
}

BadText mistake_in(std::string_view bytes) {
    auto text = utf8_text(bytes);
    EXPECT_TRUE(std::holds_alternative<BadText>(text));
    return std::holds_alternative<BadText>(text) ? std::get<BadText>(text) : BadText{};
}

TEST(Encoding, Utf8IsLeftAsItIs) {
    EXPECT_EQ(text_of("number,name\n1,李桂芳\n"), "number,name\n1,李桂芳\n");
    EXPECT_EQ(text_of("\xef\xbb\xbfnumber\n"), "\xef\xbb\xbfnumber\n");
    EXPECT_EQ(text_of(""), "");
}

TEST(Encoding, WhatAChineseWindowsSavesIsRead) {
    EXPECT_EQ(text_of(std::string("number,name\r\n1,") + name_in_gb + "\r\n"), "number,name\r\n1,李桂芳\r\n");
}

TEST(Encoding, RareCharactersOfFourBytesAreRead) {
    // 㐂 (U+3402) is four bytes in GB 18030; 𠮷 (U+20BB7) lies beyond the basic plane.
    EXPECT_EQ(text_of(std::string(name_in_gb) + "\x81\x39\xef\x31"), "李桂芳㐂");
    EXPECT_EQ(text_of(std::string(name_in_gb) + "\x95\x34\xb2\x35"), "李桂芳𠮷");
}

TEST(Encoding, WhatIsNeitherIsRefusedWithItsPlace) {
    EXPECT_EQ(mistake_in(std::string("a\nb,") + name_in_gb + "\xff,c\n"),
              (BadText{2, 6, "neither UTF-8 nor GB 18030"}));
    EXPECT_EQ(mistake_in(std::string(name_in_gb) + "\xc0"), (BadText{1, 4, "neither UTF-8 nor GB 18030"}));
}

TEST(Encoding, Utf8WithAMistakeIsNotTakenForGb18030) {
    EXPECT_EQ(mistake_in("1,李桂芳\n2,王\xe7\xa7\n"), (BadText{2, 4, "not UTF-8"}));
    EXPECT_EQ(mistake_in(std::string("\xef\xbb\xbf") + name_in_gb), (BadText{1, 2, "not UTF-8"}));
}

RC_GTEST_PROP(Encoding, AnyBytesBecomeUtf8OrAreRefused, (const std::string& bytes)) {
    auto text = utf8_text(bytes);
    if (auto* utf8 = std::get_if<std::string>(&text)) RC_ASSERT(std::holds_alternative<std::string>(utf8_text(*utf8)));
}

}  // namespace
}  // namespace canteen
