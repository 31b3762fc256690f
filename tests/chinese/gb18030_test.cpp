#include "canteen/chinese/gb18030.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "canteen/domain/base/text.h"

namespace canteen {
namespace {

TEST(Gb18030, hasACharacterInOneTwoOrFourBytes) {
    EXPECT_EQ(gb18030_of("A"), "A");
    EXPECT_EQ(gb18030_of("汤"), "\xcc\xc0");
    EXPECT_EQ(gb18030_of("￥"), "\xa3\xa4");
    EXPECT_EQ(gb18030_of("㐂")->size(), 4U);
    EXPECT_EQ(gb18030_of("𠮷")->size(), 4U);
}

TEST(Gb18030, isNothingForBytesThatAreNoText) {
    EXPECT_EQ(gb18030_of("\xff"), std::nullopt);
    EXPECT_EQ(utf8_of_gb18030("\xcc"), std::nullopt);
    EXPECT_EQ(utf8_of_gb18030("\xff\xff"), std::nullopt);
    EXPECT_EQ(utf8_of_gb18030(""), "");
}

RC_GTEST_PROP(Gb18030, bringsEveryPlainTextBack, ()) {
    const auto text = plain_part_of(utf8_of(*rc::gen::arbitrary<std::string>()));
    const auto bytes = gb18030_of(text);
    RC_ASSERT(bytes.has_value());
    RC_ASSERT(utf8_of_gb18030(*bytes) == text);
}

}  // namespace
}  // namespace canteen
