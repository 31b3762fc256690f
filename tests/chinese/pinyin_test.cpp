// People who hear a name and type how it sounds find it, whichever of its readings they take.
#include "canteen/chinese/pinyin.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "canteen/chinese/pinyin_data.h"
#include "canteen/domain/base/text.h"

namespace canteen {
namespace {

const Pinyin& pinyin() {
    static const Pinyin tables;
    return tables;
}

std::string first(std::string_view name) {
    const auto spellings = pinyin().of_name(name);
    return spellings.empty() ? "" : spellings.front().initials + " " + spellings.front().full;
}

bool is_read(std::string_view name, const std::string& full) {
    return std::ranges::any_of(pinyin().of_name(name), [&](const Spelling& s) { return s.full == full; });
}

bool is_abbreviated(std::string_view name, const std::string& initials) {
    return std::ranges::any_of(pinyin().of_name(name), [&](const Spelling& s) { return s.initials == initials; });
}

TEST(Pinyin, ANameIsSpelledByInitialsAndInFull) {
    EXPECT_EQ(first("张敏"), "zm zhangmin");
    EXPECT_EQ(first("欧阳修"), "oyx ouyangxiu");
}

TEST(Pinyin, ASurnameIsReadAsASurnameFirst) {
    EXPECT_EQ(first("单田"), "st shantian");
    EXPECT_EQ(first("曾巩"), "zg zenggong");
    EXPECT_EQ(first("仇英"), "qy qiuying");
    EXPECT_EQ(first("解缙"), "xj xiejin");
    EXPECT_EQ(first("查良"), "zl zhaliang");
    EXPECT_EQ(first("区大"), "od ouda");
    EXPECT_EQ(first("任安"), "ra renan");
    EXPECT_EQ(first("朴一"), "py piaoyi");
    EXPECT_EQ(first("翟让"), "zr zhairang");
    EXPECT_EQ(first("员半千"), "ybq yunbanqian");
    EXPECT_EQ(first("逄萌"), "pm pangmeng");
    EXPECT_EQ(first("黑明"), "hm heming");
    EXPECT_EQ(first("覃天"), "qt qintian");
    EXPECT_EQ(first("尉迟恭"), "ycg yuchigong");
    EXPECT_EQ(first("万俟雅"), "mqy moqiya");
    EXPECT_EQ(first("长孙无忌"), "zswj zhangsunwuji");
}

TEST(Pinyin, EveryOtherReadingIsAcceptedToo) {
    for (const auto* full : {"zengli", "cengli"}) EXPECT_TRUE(is_read("曾丽", full)) << full;
    for (const auto* full : {"shanhong", "danhong", "chanhong"}) EXPECT_TRUE(is_read("单红", full)) << full;
    for (const auto* full : {"yueyi", "leyi"}) EXPECT_TRUE(is_read("乐毅", full)) << full;
    EXPECT_TRUE(is_read("覃天", "tantian"));
    EXPECT_TRUE(is_abbreviated("单红", "sh"));
    EXPECT_TRUE(is_abbreviated("单红", "dh"));
    EXPECT_TRUE(is_abbreviated("尉迟恭", "wcg"));
}

TEST(Pinyin, OnlyTheBeginningOfANameIsASurname) {
    EXPECT_EQ(first("王单"), "wd wangdan");
    EXPECT_EQ(pinyin().of_word("单").front().full, "dan");
}

TEST(Pinyin, AWordIsReadAsAWordAndNotByItsCharacters) {
    EXPECT_EQ(pinyin().of_word("重庆小面").front(), (Spelling{"cqxm", "chongqingxiaomian"}));
    EXPECT_EQ(pinyin().of_word("海参").front().full, "haishen");
    EXPECT_EQ(pinyin().of_word("西红柿炒番茄").front().initials, "xhscfq");
    EXPECT_EQ(first("李重庆"), "lcq lichongqing");
    EXPECT_TRUE(is_read("李重庆", "lizhongqing"));
}

TEST(Pinyin, VStandsForUWithTwoDots) {
    EXPECT_EQ(first("吕绿"), "ll lvlv");
    EXPECT_EQ(first("呂"), "l lv");  // traditional: not in the table, by ICU
}

TEST(Pinyin, WhatTheTableDoesNotHaveIsAskedOfIcu) {
    EXPECT_EQ(first("張紅"), "zh zhanghong");
    EXPECT_TRUE(is_read("單田芳", "shantianfang") || is_read("單田芳", "dantianfang"));
}

TEST(Pinyin, ForeignNamesAreSpelledToo) {
    EXPECT_EQ(first("阿卜杜拉·买买提"), "abdlmmt abudulamaimaiti");
    EXPECT_EQ(first("Tom 李2"), "tl2 tomli2");
    EXPECT_EQ(first("Ａ"), "a a");
    EXPECT_EQ(first("José"), "je jose");
}

TEST(Pinyin, WhatHasNoSoundHasNoSpelling) {
    EXPECT_TRUE(pinyin().of_name("").empty());
    EXPECT_TRUE(pinyin().of_name("·（）　").empty());
}

TEST(Pinyin, ANameOfManyReadingsKeepsTheLikeliest) {
    const auto spellings = pinyin().of_name("单解乐朴查行单解乐朴查行");
    ASSERT_EQ(spellings.size(), max_spellings);
    EXPECT_EQ(spellings.front().full, "shanjielepuchahangdanjielepuchahang");
    EXPECT_TRUE(std::ranges::any_of(spellings, [](const Spelling& s) { return s.full.starts_with("dan"); }));
    EXPECT_TRUE(std::ranges::any_of(spellings, [](const Spelling& s) { return s.full.ends_with("heng"); }));
}

TEST(Pinyin, EveryRowOfTheWordsHasASyllableForEachCharacter) {
    for (auto table : {pinyin_of_words, pinyin_of_surnames}) {
        for (auto end = table.find('\n'); end != std::string_view::npos; end = table.find('\n')) {
            const auto line = table.substr(0, end);
            table.remove_prefix(end + 1);
            if (line.ends_with(",pinyin")) continue;
            auto word = line.substr(0, line.find(','));
            auto syllables = 1 + std::ranges::count(line, ' ');
            for (; !word.empty(); word.remove_prefix(utf8_character_bytes(word))) --syllables;
            EXPECT_EQ(syllables, 0) << line;
        }
    }
}

RC_GTEST_PROP(Pinyin, AnyBytesAreSpelledInLettersAndDigitsOrNotAtAll, (const std::string& bytes)) {
    const auto spellings = pinyin().of_name(bytes);
    RC_ASSERT(spellings.size() <= max_spellings);
    for (const auto& spelling : spellings) {
        RC_ASSERT(!spelling.initials.empty());
        for (const char c : spelling.initials + spelling.full)
            RC_ASSERT((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    }
}

}  // namespace
}  // namespace canteen
