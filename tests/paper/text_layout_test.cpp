#include "pos-client/paper/text_layout.h"

#include <gtest/gtest.h>

#include "tests/paper/paper_picture.h"

namespace canteen::till::test {
namespace {

std::string laid_out_picture(std::vector<Block> blocks, int columns) {
    return picture_of(laid_out({Language::zh, std::move(blocks)}, columns));
}

TEST(TextLayout, putsAnItemIntoATableWhereThePaperIsWide) {
    const ItemBlock weighed{"凉拌三丝", "160g", "3.50", "/100g", "5.60", {}};
    EXPECT_EQ(laid_out_picture({weighed}, 48), "    |凉拌三丝 /100g            160g     3.50     5.60|\n");
    EXPECT_EQ(laid_out_picture({weighed}, 32), "    |凉拌三丝|\n    |  160g x 3.50/100g          5.60|\n");
}

TEST(TextLayout, wrapsADishsLongNameAboveItsNumbers) {
    const ItemBlock item{"一二三四五六七八九十一二三四五六七八九十一二三四五六", "2", "12.00", "", "24.00", {}};
    EXPECT_EQ(laid_out_picture({item}, 48),
              "    |一二三四五六七八九十一二三四五六七八九十一二三四|\n"
              "    |五六|\n"
              "    |                             2    12.00    24.00|\n");
}

TEST(TextLayout, neverLetsNumbersTouch) {
    const ItemBlock banquet{"宴席", "500", "100000.00", "", "50000000.00", {}};
    EXPECT_EQ(laid_out_picture({banquet}, 48), "    |宴席|\n    |  500 x 100000.00                    50000000.00|\n");
}

TEST(TextLayout, printsASumSmallerRatherThanInTwo) {
    const TextBlock sum{"￥100000.00", {TextSize::huge}, Align::left, true};
    EXPECT_EQ(laid_out_picture({sum}, 48), "x3  |￥100000.00|\n");
    EXPECT_EQ(laid_out_picture({sum}, 32), "x2  |￥100000.00|\n");
}

TEST(TextLayout, fillsTheWholeBarOfAMark) {
    EXPECT_EQ(laid_out_picture({TextBlock{"COPY", {TextSize::large, false, true}, Align::center}}, 32),
              "x2i |      COPY      |\n");
}

TEST(TextLayout, leavesHeadingsOutWhereThereIsNoTable) {
    EXPECT_EQ(laid_out_picture({ItemHeadBlock{"菜品", "数", "单价", "金额"}}, 32), "");
    EXPECT_EQ(laid_out_picture({ItemHeadBlock{"菜品", "数", "单价", "金额"}}, 42),
              "    |菜品                   数    单价     金额|\n");
}

}  // namespace
}  // namespace canteen::till::test
