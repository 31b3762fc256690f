// What must not stand on paper: whoever finds a slip learns neither why somebody eats cheaper nor who somebody is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pos-client/slips/elder_receipt.h"
#include "pos-client/slips/receipt.h"
#include "tests/paper/paper_picture.h"
#include "tests/paper/sample_slips.h"

namespace canteen::till::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Privacy, theEldersReceiptTellsNeitherNameNorNumber) {
    const auto picture = picture_of(laid_out(elder_receipt(sample_receipt(Language::zh)), 48));
    EXPECT_THAT(picture, HasSubstr("￥24.84"));
    EXPECT_THAT(picture, Not(HasSubstr("陈淑芬")));
    EXPECT_THAT(picture, Not(HasSubstr("1234")));
}

TEST(Privacy, theKitchensSlipTellsNeitherPriceNorGuest) {
    const auto slip = kitchen_slip(sample_kitchen_order(Language::zh));
    for (const auto& block : slip.blocks)
        if (const auto* item = std::get_if<ItemBlock>(&block)) {
            EXPECT_EQ(item->price + item->amount, "");
        }
}

TEST(Privacy, aMemberNamedWithCommandsIsPrintedAsText) {
    auto facts = sample_receipt(Language::zh);
    std::string wide;
    for (int i = 0; i < 30; ++i) wide += "宽";
    facts.member->name =
        "\x1b"
        "@\x1d"
        "V\x01\xe2\x80\xae" +
        wide;
    for (const int columns : {32, 42, 48}) {
        const auto picture = picture_of(laid_out(receipt(facts), columns));
        EXPECT_THAT(picture, Not(HasSubstr("\x1b")));
        EXPECT_THAT(picture, Not(HasSubstr("\x1d")));
        EXPECT_THAT(picture, HasSubstr("|@V宽"));
        EXPECT_THAT(picture, HasSubstr("****1234"));
    }
}

}  // namespace
}  // namespace canteen::till::test
