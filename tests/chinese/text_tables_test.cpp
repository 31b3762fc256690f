// Checks the tables of the rules against the whole of Unicode, as ICU has it.
#include "canteen/domain/base/text_tables.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>

namespace canteen {
namespace {

constexpr char32_t points = 0x110000;

bool is_unfit_by_icu(UChar32 c) {
    switch (u_charType(c)) {
        case U_CONTROL_CHAR:
        case U_FORMAT_CHAR:
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR:
        case U_PRIVATE_USE_CHAR:
            return true;
        default:
            break;
    }
    if (u_hasBinaryProperty(c, UCHAR_NONCHARACTER_CODE_POINT)) return true;
    return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) &&
           !u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR);
}

bool is_mark_by_icu(UChar32 c) {
    const auto type = u_charType(c);
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK;
}

// Excludes characters that a later Unicode assigned: the tables cannot know them.
bool is_of_the_tables(UChar32 c) {
    constexpr std::uint8_t major = 15, minor = 0;
    UVersionInfo age;
    u_charAge(c, age);
    return age[0] < major || (age[0] == major && age[1] <= minor);
}

TEST(TextTables, AreUnicodes) {
    for (char32_t point = 0; point < points; ++point) {
        const auto c = static_cast<UChar32>(point);
        if (u_charType(c) == U_SURROGATE || !is_of_the_tables(c)) continue;
        ASSERT_EQ(is_unfit_character(point), is_unfit_by_icu(c)) << std::hex << "U+" << c;
        ASSERT_EQ(is_mark(point), is_mark_by_icu(c)) << std::hex << "U+" << c;
    }
}

TEST(TextTables, LetNewCharactersIn) {
    EXPECT_FALSE(is_unfit_character(U'\U0002EBF0')) << "Han of Unicode 15.1";
}

}  // namespace
}  // namespace canteen
