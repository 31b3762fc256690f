// Money taken from an account that did not hold it is collected or given up, and the ledger stays zero.
#include "canteen/domain/sales/short_account.h"

#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

using ShortAccount = CanteenFixture;

OrderDraft sold_short(CanteenFixture& canteen) {
    canteen.happens(TopUp{canteen.neighbour, {TenderKind::cash, Fen{5'00}, ""}, Fen{}});
    const auto d = canteen.draft_for(canteen.neighbour, {canteen.portions(dishes::noodles)});
    canteen.happens(canteen.sale(d, {{TenderKind::stored_value, Fen{15'00}, ""}}));
    return d;
}

TEST_F(ShortAccount, is_known_by_its_order) {
    const auto d = sold_short(*this);
    EXPECT_EQ(short_of(order(d)), Fen{10'00});
}

TEST_F(ShortAccount, is_collected_in_money) {
    const auto d = sold_short(*this);
    happens(SettleShort{d.id, Tender{TenderKind::cash, Fen{10'00}, ""}});
    EXPECT_EQ(balance(AccountKind::exceptions), Fen{});
    EXPECT_EQ(balance(AccountKind::cash), Fen{15'00});
    EXPECT_EQ(refused(SettleShort{d.id, {}}).code, RejectionCode::nothing_short);
}

TEST_F(ShortAccount, is_collected_from_what_was_paid_in_since) {
    const auto d = sold_short(*this);
    const SettleShort settle{d.id, Tender{TenderKind::stored_value, Fen{10'00}, ""}};
    EXPECT_EQ(refused(settle).code, RejectionCode::account_short);
    happens(TopUp{neighbour, {TenderKind::cash, Fen{12'00}, ""}, Fen{}});
    happens(settle);
    EXPECT_EQ(balance(AccountKind::exceptions), Fen{});
    EXPECT_EQ(balance(AccountKind::member_principal), Fen{-2'00});
}

TEST_F(ShortAccount, is_given_up_by_the_canteen) {
    const auto d = sold_short(*this);
    happens(SettleShort{d.id, {}});
    EXPECT_EQ(balance(AccountKind::exceptions), Fen{});
    EXPECT_EQ(balance(AccountKind::concession), Fen{10'00});
}

TEST_F(ShortAccount, is_settled_whole_or_not_at_all) {
    const auto d = sold_short(*this);
    EXPECT_EQ(refused(SettleShort{d.id, Tender{TenderKind::cash, Fen{4'00}, ""}}).code, RejectionCode::tender_mismatch);
    EXPECT_EQ(refused(SettleShort{id_of<OrderId>(999), {}}).code, RejectionCode::order_unknown);
}

TEST_F(ShortAccount, of_an_order_that_is_refunded_asks_for_nothing_more) {
    const auto d = sold_short(*this);
    happens(Refund{id_of<RefundId>(1), d.id, {}, RefundReason::quality, {}});
    EXPECT_EQ(short_of(order(d)), Fen{});
    EXPECT_EQ(balance(AccountKind::member_principal), Fen{-5'00});
}

}  // namespace
}  // namespace canteen
