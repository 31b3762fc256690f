#include "canteen/domain/base/normal_form.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "canteen/domain/base/text.h"

namespace canteen {
namespace {

TEST(NormalForm, OfANumberIsTheSameHoweverItWasTypedScannedOrPasted) {
    for (const char* typed : {"A0004712", "a0004712", "Ａ０００４７１２", "A0004712\r", "A0004712\r\n", "\tA0004712 ",
                              "A000 4712", "A000　4712", "\u202dA0004712\u202c", "\ufeffA0004712", "A0004712\x03"})
        EXPECT_EQ(normal_number(typed), "A0004712") << typed;
}

TEST(NormalForm, OfANumberKeepsLeadingZerosAndWhatNoNumberHas) {
    EXPECT_EQ(normal_number("007"), "007");
    EXPECT_EQ(normal_number("１００ｘ１"), "100X1");
    EXPECT_EQ(normal_number("10\n01"), "10\n01");
    EXPECT_EQ(normal_number("甲１"), "甲1");
    EXPECT_EQ(normal_number("\xd5\xc5 1"), "\xd5\xc5 1") << "no UTF-8: for a check to refuse";
    EXPECT_EQ(normal_number(" \r\n"), "");
}

TEST(NormalForm, OfACodeIsInLowerCase) {
    EXPECT_EQ(normal_code(" ＡＣＭＥ－１ "), "acme-1");
}

TEST(NormalForm, OfAPhoneIsItsDigits) {
    for (const char* typed : {"02888886666", "028-88886666", "(028)8888 6666", "（０２８）８８８８—６６６６"})
        EXPECT_EQ(normal_phone(typed), "02888886666") << typed;
    EXPECT_EQ(normal_phone("+86 138 0000 0000"), "8613800000000");
}

TEST(NormalForm, ANameLosesOnlyWhatStandsAroundIt) {
    EXPECT_EQ(trimmed("　李四 \r\n"), "李四");
    EXPECT_EQ(trimmed("张　三"), "张　三");
    EXPECT_EQ(trimmed(" \t"), "");
}

TEST(NormalForm, OneNameHasOneKey) {
    for (const char* written : {"阿卜杜拉·买买提", "阿卜杜拉•买买提", "阿卜杜拉・买买提", "阿卜杜拉‧买买提",
                                "阿卜杜拉．买买提", "阿卜杜拉.买买提", "阿卜杜拉买买提", "阿卜杜拉 · 买买提"})
        EXPECT_EQ(name_key(written), "阿卜杜拉买买提") << written;
    EXPECT_EQ(name_key("张　三"), name_key("张三"));
    EXPECT_EQ(name_key("ＡＮＮＡ Li"), name_key("Anna li"));
    EXPECT_NE(name_key("张三"), name_key("张四"));
}

RC_GTEST_PROP(NormalForm, IsItsOwnNormalForm, ()) {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::element<char>('a', 'Z', '0', ' ', '\r', '\xef', '\xbc', '\x91', '\xe3', '\x80', '\xc2', '\xb7', '-'));
    RC_ASSERT(normal_number(normal_number(text)) == normal_number(text));
    RC_ASSERT(normal_code(normal_code(text)) == normal_code(text));
    RC_ASSERT(normal_phone(normal_phone(text)) == normal_phone(text));
    RC_ASSERT(trimmed(trimmed(text)) == trimmed(text));
    RC_ASSERT(name_key(name_key(text)) == name_key(text));
    RC_ASSERT(is_utf8(normal_number(text)) || !is_utf8(text));
}

}  // namespace
}  // namespace canteen
