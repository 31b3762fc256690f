#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/decide.h"

#include "canteen/domain/base/programmer_error.h"
#include "canteen/domain/drawer/drawer_account.h"
#include "canteen/domain/state/order_keys.h"
#include "canteen/domain/state/state_lookup.h"
#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

using Booking = CanteenFixture;

TEST_F(Booking, what_the_canteen_itself_gives_is_a_discount_and_owed_by_nobody) {
    Scheme ten_off;
    ten_off.id = "ten-off";
    ten_off.versions = {{"1", {}, {DiscountStep{canteen_payer, {{{}, 90, {}}}}}, {}}};
    happens(ImportScheme{ten_off, 9});
    const auto events = happens(ask_in_cash(draft({portions(dishes::pork)})));
    EXPECT_EQ(the<LedgerPosted>(events).postings, (std::vector<Posting>{{drawer_of(till.device), {10'80}},
                                                                        {{AccountKind::discount, ""}, {1'20}},
                                                                        {{AccountKind::sales, ""}, {-12'00}}}));
}

TEST_F(Booking, stored_value_is_taken_from_the_members_principal_as_far_as_it_goes) {
    happens(TopUp{neighbour, {TenderKind::cash, {20'00}, ""}, {}});
    const std::vector<Tender> stored{{TenderKind::stored_value, {12'00}, ""}};
    happens(ask(draft_for(neighbour, {portions(dishes::pork)}), stored));
    EXPECT_EQ(wallet_of(state, neighbour).total(), Fen{8'00});
    const auto again = draft_for(neighbour, {portions(dishes::pork)});
    const auto rejection = refused(ask(again, stored));
    EXPECT_EQ(rejection.code, RejectionCode::account_short);
    EXPECT_EQ(rejection.params, (std::vector<Param>{{"balance", "800"}}));
    happens(sale(again, stored));
    EXPECT_EQ(wallet_of(state, neighbour).total(), Fen{0});
    EXPECT_EQ(balance(AccountKind::exceptions), Fen{4'00});
}

TEST_F(Booking, the_delivery_fee_is_a_sale_too) {
    auto d = draft({portions(dishes::noodles)});
    d.mode = ServiceMode::delivery;
    d.shown.fee = {2'00};
    d.shown.to_pay = {17'00};
    happens(ask_in_cash(d));
    EXPECT_EQ(balance(AccountKind::sales), Fen{-17'00});
}

TEST_F(Booking, a_transaction_that_does_not_balance_is_a_programmers_error) {
    const auto d = draft({portions(dishes::noodles)});
    happens(ask_in_cash(d));
    EXPECT_THROW(apply(state, LedgerPosted{d.id, {{{AccountKind::cash, ""}, {1}}}}), ProgrammerError);
}

TEST_F(Booking, deciding_on_what_is_not_loaded_is_a_programmers_error) {
    EXPECT_THROW(decide(state, till, {CommandId{}, CancelOrder{id_of<OrderId>(77)}}, now), ProgrammerError);
    const auto d = draft_for(grandma, {portions(dishes::noodles)});
    state.use_scopes.clear();
    EXPECT_THROW(decide(state, till, {CommandId{}, ask_in_cash(d)}, now), ProgrammerError);
}

TEST_F(Booking, fewer_than_no_portions_left_is_a_programmers_error) {
    EXPECT_THROW(apply(state, StockMoved{{{lunch, dishes::noodles}, StockMoveKind::sold, 11}}), ProgrammerError);
}

}  // namespace
}  // namespace canteen
