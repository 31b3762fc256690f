#include "canteen/domain/model/ledger.h"

#include <gtest/gtest.h>

#include "canteen/domain/base/text.h"
#include "canteen/domain/model/command.h"
#include "canteen/domain/model/exception.h"
#include "canteen/domain/model/rejection.h"

namespace canteen {
namespace {

const Account cash{AccountKind::cash, ""};
const Account sales{AccountKind::sales, ""};

TEST(Ledger, adds_up_postings_of_one_account_and_leaves_out_what_comes_to_nothing) {
    std::vector<Posting> transaction;
    post(transaction, cash, {5'00});
    post(transaction, cash, {7'00});
    post(transaction, sales, {0});
    EXPECT_EQ(transaction, (std::vector<Posting>{{cash, {12'00}}}));
    EXPECT_FALSE(balances(transaction));
    post(transaction, sales, {-12'00});
    EXPECT_TRUE(balances(transaction));
    post(transaction, cash, {-12'00});
    EXPECT_EQ(transaction, (std::vector<Posting>{{sales, {-12'00}}}));
}

TEST(Ledger, a_reversal_takes_a_transaction_back) {
    std::vector<Posting> transaction{{cash, {12'00}}, {sales, {-12'00}}};
    for (const auto& posting : reversal_of(transaction)) post(transaction, posting.account, posting.fen);
    EXPECT_TRUE(transaction.empty());
}

TEST(Names, of_commands_refusals_and_exceptions_are_those_of_the_catalogue) {
    EXPECT_EQ(name_of(CommandBody{PlaceOrder{}}), "PlaceOrder");
    EXPECT_EQ(name_of(CommandBody{Tick{}}), "Tick");
    EXPECT_EQ(name_of(CommandBody{NoteUnreadable{}}), "NoteUnreadable");
    EXPECT_EQ(name_of(RejectionCode::sold_out), "sold_out");
    EXPECT_EQ(name_of(RejectionCode::nothing_to_import), "nothing_to_import");
    EXPECT_EQ(name_of(ExceptionCode::cancelled_before_sale), "cancelled_before_sale");
}

TEST(PickupNumber, has_three_digits_and_on) {
    EXPECT_EQ(to_string(PickupNumber{"A", 12}), "A012");
    EXPECT_EQ(to_string(PickupNumber{"AB", 1234}), "AB1234");
}

TEST(PlainText, is_anything_people_write_and_nothing_that_drives_a_screen_or_printer) {
    EXPECT_TRUE(is_plain_text("少盐, no chilli — ok 🙂"));
    EXPECT_TRUE(is_plain_text(""));
    EXPECT_FALSE(is_plain_text("a\nb"));
    EXPECT_FALSE(is_plain_text(std::string_view("a\0b", 3)));
    EXPECT_FALSE(is_plain_text("\x7F"));
    EXPECT_FALSE(
        is_plain_text("\xC2\x9B"
                      "31m"));
    EXPECT_FALSE(is_plain_text("\xE2\x80\xAE"));
    EXPECT_FALSE(is_plain_text("\xE2\x81\xA7"));
    EXPECT_FALSE(is_plain_text("\xE2\x80\xA8"));
    EXPECT_FALSE(is_plain_text("\xD8\x9C"));
}

}  // namespace
}  // namespace canteen
