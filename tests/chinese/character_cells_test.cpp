#include "canteen/chinese/character_cells.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(CharacterCells, areTwoForChineseOneForLatinNoneForMarks) {
    for (const char32_t wide : {U'汤', U'㐂', U'𠮷', U'￥', U'（', U'“', U'…', U'①', U'가'})
        EXPECT_EQ(cells_of(wide), 2);
    for (const char32_t narrow : {U'A', U'7', U' ', U'~', U'ｱ'}) EXPECT_EQ(cells_of(narrow), 1);
    for (const char32_t mark : {U'\u0301', U'\u20dd', U'\ufe00'}) EXPECT_EQ(cells_of(mark), 0);
}

}  // namespace
}  // namespace canteen
