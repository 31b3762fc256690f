#include "canteen/chinese/compatible_form.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(CompatibleForm, IsOneForCharactersThatUnicodeHasTwice) {
    EXPECT_EQ(compatible_form("\u2F27"), "宀") << "a Kangxi radical, as PDF files copy it";
    EXPECT_EQ(compatible_form("\uF90A"), "金") << "a compatibility ideograph";
    EXPECT_EQ(compatible_form("ＡＮＮＡ"), "anna");
    EXPECT_EQ(compatible_form("Straße"), "strasse");
    EXPECT_EQ(compatible_form("禰\U000E0100"), "禰");
    EXPECT_EQ(compatible_form("王芳"), "王芳");
    EXPECT_EQ(compatible_form("\xcd\xf5"), "\xcd\xf5");
}

}  // namespace
}  // namespace canteen
