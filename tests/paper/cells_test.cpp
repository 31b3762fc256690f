#include "pos-client/paper/cells.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace canteen::till::test {
namespace {

TEST(Cells, countTwoForChineseNoneForMarks) {
    EXPECT_EQ(cells_wide("A036"), 4);
    EXPECT_EQ(cells_wide("回锅肉（软烂）"), 14);
    EXPECT_EQ(cells_wide("￥24.84"), 7);
    EXPECT_EQ(cells_wide("“…①"), 6);               // drawn as wide as Chinese characters by Chinese fonts
    EXPECT_EQ(cells_wide("e\xcc\x81"), 1);         // e and an accent on it
    EXPECT_EQ(cells_wide("\xf0\xa0\xae\xb7"), 2);  // 𠮷
}

TEST(Cells, keepEverythingThatDrivesPrintersOffThePaper) {
    EXPECT_EQ(shown("王\x1b@小\r\n明\x1d\x56\x01"), "王@小明V");
    EXPECT_EQ(shown("王\xe2\x80\xae小\xe2\x80\x8b明"), "王小明");  // turned writing, a space without width
    EXPECT_EQ(shown("a\xff"), "a\xef\xbf\xbd");
}

TEST(Cells, wrapAtSpacesAndBetweenChineseCharacters) {
    using Lines = std::vector<std::string>;
    EXPECT_EQ(wrapped("soft, little salt", 10), (Lines{"soft,", "little", "salt"}));
    EXPECT_EQ(wrapped("一二三四五", 4), (Lines{"一二", "三四", "五"}));
    EXPECT_EQ(wrapped("一二三", 5), (Lines{"一二", "三"}));
    EXPECT_EQ(wrapped("abcdefg", 3), (Lines{"abc", "def", "g"}));
    EXPECT_EQ(wrapped("", 3), Lines{""});
}

TEST(Cells, putASumBelowWhatLeavesItNoRoom) {
    using Lines = std::vector<std::string>;
    EXPECT_EQ(left_and_right("汤", "5.00", 10), Lines{"汤    5.00"});
    EXPECT_EQ(left_and_right("一二三四", "5.00", 10), (Lines{"一二三四", "      5.00"}));
    EXPECT_EQ(left_and_right("一二三四五六", "5.00", 10), (Lines{"一二三四五", "六    5.00"}));
}

RC_GTEST_PROP(Cells, loseNoCharacterAndKeepTheWidthWhenTheyWrap, ()) {
    const auto letters = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("a", "汤", "e\xcc\x81", "\xf0\xa0\xae\xb7", ".", "W"));
    const auto cells = *rc::gen::inRange(2, 50);
    std::string text, back;
    for (const auto& letter : letters) text += letter;
    for (const auto& line : wrapped(text, cells)) {
        RC_ASSERT(cells_wide(line) <= cells);
        back += line;
    }
    RC_ASSERT(back == text);
}

}  // namespace
}  // namespace canteen::till::test
