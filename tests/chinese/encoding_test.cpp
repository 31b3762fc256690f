#include "canteen/chinese/encoding.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace canteen {
namespace {

// "李桂芳" as a Chinese Windows saves it.
constexpr auto name_in_gb = "\xc0\xee\xb9\xf0\xb7\xbc";

std::string text_of(std::string_view bytes) {
    auto text = utf8_text(bytes);
    EXPECT_TRUE(std::holds_alternative<Utf8Text>(text));
    return std::holds_alternative<Utf8Text>(text) ? std::get<Utf8Text>(text).text : "";
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

// Chinese names as a Chinese Windows saves them: every two bytes are a letter of another script in UTF-8.
TEST(Encoding, ChineseThatHappensToBeGoodUtf8IsReadAsChineseAndTold) {
    const auto text = utf8_text("number,name\r\n7,\xd0\xbb\xd0\xa1\xc6\xbd\r\n");
    ASSERT_TRUE(std::holds_alternative<Utf8Text>(text));
    const auto& read = std::get<Utf8Text>(text);
    EXPECT_EQ(read.text, "number,name\r\n7,谢小平\r\n");
    ASSERT_TRUE(read.doubt);
    EXPECT_EQ(read.doubt->line, 2U);
    EXPECT_EQ(read.doubt->column, 3U);
}

TEST(Encoding, ALatinNameStaysUtf8AndIsToldUnlessAMarkSaysSo) {
    const std::string jose = "7,Jos\xc3\xa9\n";
    const auto text = utf8_text(jose);
    ASSERT_TRUE(std::holds_alternative<Utf8Text>(text));
    EXPECT_EQ(std::get<Utf8Text>(text).text, jose);
    EXPECT_TRUE(std::get<Utf8Text>(text).doubt);
    const auto marked = utf8_text("\xef\xbb\xbf" + jose);
    ASSERT_TRUE(std::holds_alternative<Utf8Text>(marked));
    EXPECT_FALSE(std::get<Utf8Text>(marked).doubt);
}

TEST(Encoding, Utf8OfOtherScriptsAndOfChineseIsNotDoubted) {
    for (const auto* words : {"Иванова", "李桂芳 José", "محمد", "plain"}) {
        const auto text = utf8_text(words);
        ASSERT_TRUE(std::holds_alternative<Utf8Text>(text)) << words;
        EXPECT_EQ(std::get<Utf8Text>(text), (Utf8Text{words, {}})) << words;
    }
}

TEST(Encoding, Utf16IsRefusedByName) {
    EXPECT_EQ(mistake_in(std::string_view("\xff\xfe"
                                          "a\0",
                                          4)),
              (BadText{1, 1, "UTF-16; save it as CSV in UTF-8"}));
}

RC_GTEST_PROP(Encoding, AnyBytesBecomeUtf8OrAreRefused, (const std::string& bytes)) {
    auto text = utf8_text(bytes);
    if (auto* utf8 = std::get_if<Utf8Text>(&text)) RC_ASSERT(std::holds_alternative<Utf8Text>(utf8_text(utf8->text)));
}

}  // namespace
}  // namespace canteen
