#include "canteen/domain/office/stored_value.h"

#include "canteen/domain/order/line_checks.h"
#include "canteen/domain/state/state_lookup.h"
#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

class StoredValue : public CanteenFixture {
protected:
    static Tender paid(Fen fen, TenderKind kind = TenderKind::cash) { return {kind, fen, ""}; }
    Fen principal(MemberId member) { return wallet(member).of(AccountKind::member_principal); }
    Fen bonus(MemberId member) { return wallet(member).of(AccountKind::member_bonus); }
    Fen ledger_sum() const {
        Fen sum;
        for (int kind = 1; kind <= 14; ++kind) sum += balance(static_cast<AccountKind>(kind));
        return sum;
    }

private:
    Wallet wallet(MemberId member) {
        load_account(member);
        return wallet_of(state, member);
    }
};

TEST_F(StoredValue, a_top_up_is_principal_and_what_the_canteen_adds_is_bonus) {
    happens(TopUp{neighbour, paid({100'00}, TenderKind::wechat), {10'00}});
    EXPECT_EQ(principal(neighbour), Fen{100'00});
    EXPECT_EQ(bonus(neighbour), Fen{10'00});
    EXPECT_EQ(balance(AccountKind::external), Fen{100'00});
    EXPECT_EQ(balance(AccountKind::discount), Fen{10'00});
    EXPECT_EQ(ledger_sum(), Fen{0});
}

TEST_F(StoredValue, a_named_card_holds_five_thousand_yuan_and_no_more) {
    happens(TopUp{neighbour, paid({4'900'00}), {100'00}});
    const auto rejection = refused(TopUp{neighbour, paid({1}), {}});
    EXPECT_EQ(rejection.code, RejectionCode::account_full);
    EXPECT_EQ(rejection.params, (std::vector<Param>{{"balance", "500000"}, {"most", "500000"}}));
}

TEST_F(StoredValue, a_top_up_that_a_till_took_is_booked_once_however_full_the_account_is) {
    happens(TopUp{neighbour, paid({4'900'00}), {}});
    const TopUp stated{neighbour, paid({200'00}), {}, id_of<FactId>(1), now};
    EXPECT_EQ(exceptions_of(stated), std::vector{ExceptionCode::balance_over});
    EXPECT_EQ(principal(neighbour), Fen{5'100'00});
    EXPECT_TRUE(happens(stated).empty()) << "the same id, whatever device says it";
    EXPECT_EQ(refused(TopUp{neighbour, paid({0}), {}, id_of<FactId>(2), now}).code, RejectionCode::amount_invalid);
}

TEST_F(StoredValue, money_a_till_took_for_nobody_who_is_known_lies_open) {
    EXPECT_EQ(exceptions_of(TopUp{id_of<MemberId>(99), paid({50'00}), {}, id_of<FactId>(1), now}),
              std::vector{ExceptionCode::member_unknown});
    EXPECT_EQ(balance(AccountKind::exceptions), Fen{-50'00});
    EXPECT_EQ(balance(AccountKind::cash), Fen{50'00});
}

TEST_F(StoredValue, a_pay_out_that_a_till_asks_for_is_made_once_and_in_time) {
    happens(TopUp{neighbour, paid({100'00}), {}});
    PayOut ask{neighbour, paid({20'00}), id_of<FactId>(1), now + std::chrono::seconds{3}};
    happens(ask);
    EXPECT_TRUE(happens(ask).empty());
    EXPECT_EQ(principal(neighbour), Fen{80'00});
    ask.id = id_of<FactId>(2);
    now = now + std::chrono::seconds{4};
    EXPECT_EQ(refused(ask).code, RejectionCode::ask_expired);
}

TEST_F(StoredValue, refuses_what_is_no_sum_of_money_or_nobodys) {
    EXPECT_EQ(refused(TopUp{neighbour, paid({0}), {}}).code, RejectionCode::amount_invalid);
    EXPECT_EQ(refused(TopUp{neighbour, paid({-1'00}), {2'00}}).code, RejectionCode::amount_invalid);
    EXPECT_EQ(refused(TopUp{neighbour, paid({1'00}, TenderKind::stored_value), {}}).code,
              RejectionCode::amount_invalid);
    EXPECT_EQ(refused(TopUp{id_of<MemberId>(99), paid({1'00}), {}}).code, RejectionCode::member_unknown);
    EXPECT_EQ(refused(TopUp{MemberId{}, paid({1'00}), {}}).code, RejectionCode::member_unknown);
}

TEST_F(StoredValue, the_bonus_is_taken_before_the_principal_unless_the_site_says_otherwise) {
    happens(TopUp{neighbour, paid({50'00}), {5'00}});
    const std::vector<Tender> stored{{TenderKind::stored_value, {12'00}, ""}};
    happens(ask(draft_for(neighbour, {portions(dishes::pork)}), stored));
    EXPECT_EQ(bonus(neighbour), Fen{0});
    EXPECT_EQ(principal(neighbour), Fen{43'00});
    happens(TopUp{neighbour, paid({0}), {5'00}});
    happens(SetDeductOrder{{AccountKind::member_principal, AccountKind::member_bonus}});
    happens(ask(draft_for(neighbour, {portions(dishes::pork)}), stored));
    EXPECT_EQ(bonus(neighbour), Fen{5'00});
    EXPECT_EQ(principal(neighbour), Fen{31'00});
}

TEST_F(StoredValue, a_deduct_order_names_each_kind_once) {
    EXPECT_EQ(refused(SetDeductOrder{{AccountKind::member_bonus}}).code, RejectionCode::amount_invalid);
    EXPECT_EQ(refused(SetDeductOrder{{AccountKind::member_bonus, AccountKind::member_bonus}}).code,
              RejectionCode::amount_invalid);
    EXPECT_EQ(refused(SetDeductOrder{{AccountKind::cash, AccountKind::member_bonus}}).code,
              RejectionCode::amount_invalid);
    EXPECT_EQ(refused(SetDeductOrder{{AccountKind::allowance, AccountKind::points}}).code,
              RejectionCode::amount_invalid);
    EXPECT_TRUE(happens(SetDeductOrder{usual_deduct_order}).empty());
    EXPECT_TRUE(happens(SetDeductOrder{{AccountKind::member_bonus, AccountKind::member_principal}}).empty());
}

// Journals from before allowances and points hold such an order.
TEST_F(StoredValue, a_deduct_order_of_bonus_and_principal_alone_leaves_allowance_and_points_before_them) {
    const std::vector<AccountKind> two{AccountKind::member_principal, AccountKind::member_bonus};
    apply(state, DeductOrderSet{two});
    const std::vector<AccountKind> whole{AccountKind::allowance, AccountKind::points, AccountKind::member_principal,
                                         AccountKind::member_bonus};
    EXPECT_EQ(state.deduct_order, whole);
    EXPECT_TRUE(happens(SetDeductOrder{two}).empty());
    happens(SetDeductOrder{usual_deduct_order});
    EXPECT_EQ(the<DeductOrderSet>(happens(SetDeductOrder{two})).order, whole);
}

TEST_F(StoredValue, comes_in_and_goes_out_as_money) {
    for (const auto kind : {TenderKind::allowance, TenderKind::points, TenderKind::employer}) {
        EXPECT_EQ(refused(TopUp{neighbour, paid({1'00}, kind), {}}).code, RejectionCode::amount_invalid);
        EXPECT_EQ(refused(PayOut{neighbour, paid({1'00}, kind)}).code, RejectionCode::amount_invalid);
    }
    happens(TopUp{neighbour, paid({300'00}, TenderKind::bank), {}});
    happens(PayOut{neighbour, paid({200'00}, TenderKind::bank)});
    EXPECT_EQ(balance(AccountKind::external), Fen{100'00});
}

TEST_F(StoredValue, a_refund_goes_back_to_the_account_it_came_from_the_last_taken_first) {
    happens(TopUp{neighbour, paid({50'00}), {5'00}});
    const auto d = draft_for(neighbour, {portions(dishes::pork), portions(dishes::greens)});  // 17.00: 5 + 12
    happens(ask(d, {{TenderKind::stored_value, {17'00}, ""}}));
    happens(Refund{id_of<RefundId>(1), d.id, {{LineId{1}, 1}}, {}, {}});
    EXPECT_EQ(principal(neighbour), Fen{50'00});
    EXPECT_EQ(bonus(neighbour), Fen{0});
    happens(Refund{id_of<RefundId>(2), d.id, {}, {}, {}});
    EXPECT_EQ(bonus(neighbour), Fen{5'00});
    EXPECT_EQ(ledger_sum(), Fen{0});
}

TEST_F(StoredValue, one_order_is_paid_from_the_account_and_in_cash) {
    happens(TopUp{neighbour, paid({10'00}), {}});
    const auto d = draft_for(neighbour, {portions(dishes::pork)});
    happens(ask(d, {{TenderKind::stored_value, {10'00}, ""}, {TenderKind::cash, {2'00}, ""}}));
    EXPECT_EQ(principal(neighbour), Fen{0});
    EXPECT_EQ(balance(AccountKind::cash), Fen{12'00});
}

TEST_F(StoredValue, principal_is_paid_out_and_the_same_part_of_the_bonus_lapses) {
    happens(TopUp{neighbour, paid({90'00}), {10'00}});
    happens(PayOut{neighbour, paid({30'00})});
    EXPECT_EQ(principal(neighbour), Fen{60'00});
    EXPECT_EQ(bonus(neighbour), Fen{6'66}) << "a third, rounded up, lapsed";
    EXPECT_EQ(balance(AccountKind::cash), Fen{60'00});
    happens(PayOut{neighbour, paid({60'00})});
    EXPECT_EQ(bonus(neighbour), Fen{0});
    EXPECT_EQ(balance(AccountKind::discount), Fen{0});
    EXPECT_EQ(ledger_sum(), Fen{0});
}

TEST_F(StoredValue, pays_out_no_bonus_and_large_sums_not_in_cash) {
    happens(TopUp{neighbour, paid({200'00}), {50'00}});
    EXPECT_EQ(refused(PayOut{neighbour, paid({200'01})}).code, RejectionCode::account_short);
    EXPECT_EQ(refused(PayOut{neighbour, paid({100'01})}).code, RejectionCode::not_in_cash);
    EXPECT_EQ(refused(PayOut{neighbour, paid({50'00})}).code, RejectionCode::not_in_cash) << "not in small sums either";
    EXPECT_EQ(refused(PayOut{neighbour, paid({0})}).code, RejectionCode::amount_invalid);
    happens(PayOut{neighbour, paid({200'00}, TenderKind::wechat)});
    EXPECT_EQ(principal(neighbour), Fen{0});
}

TEST_F(StoredValue, keeps_the_payment_channels_reference_with_what_was_booked) {
    const auto in = happens(TopUp{neighbour, {TenderKind::wechat, {80'00}, "4200001"}, {}});
    EXPECT_EQ(the<LedgerPosted>(in).reference, "4200001");
    const auto out = happens(PayOut{neighbour, {TenderKind::bank, {80'00}, "transfer 7"}});
    EXPECT_EQ(the<LedgerPosted>(out).reference, "transfer 7");
    const std::string too_long(max_reference_bytes + 1, 'x');
    EXPECT_EQ(refused(TopUp{neighbour, {TenderKind::wechat, {80'00}, too_long}, {}}).code,
              RejectionCode::amount_invalid);
}

TEST_F(StoredValue, a_lost_cards_account_moves_whole_to_another_record) {
    happens(TopUp{villager, paid({40'00}), {4'00}});
    happens(TopUp{neighbour, paid({1'00}), {}});
    give_points(villager, 12);
    happens(TransferBalance{villager, neighbour});
    EXPECT_EQ(principal(neighbour), Fen{41'00});
    EXPECT_EQ(bonus(neighbour), Fen{4'00});
    EXPECT_EQ(points(villager), 0);
    EXPECT_EQ(points(neighbour), 12);
    EXPECT_EQ(refused(TransferBalance{villager, neighbour}).code, RejectionCode::account_short);
    EXPECT_EQ(refused(TransferBalance{neighbour, neighbour}).code, RejectionCode::amount_invalid);
    EXPECT_EQ(ledger_sum(), Fen{0});
}

TEST_F(StoredValue, opening_balances_stand_against_the_opening_account_and_come_once) {
    const ImportBalances import{{{villager, "002", {40'00}, {4'00}}, {neighbour, "003", {5'00}, {}, 30}}};
    happens(import);
    EXPECT_EQ(points(neighbour), 30);
    EXPECT_EQ(principal(villager), Fen{40'00});
    EXPECT_EQ(balance(AccountKind::opening), Fen{49'00});
    EXPECT_EQ(refused(import).code, RejectionCode::account_in_use);
    happens(PayOut{neighbour, {TenderKind::cash, {5'00}, ""}});
    EXPECT_EQ(refused(ImportBalances{{{neighbour, "003", {}, {}, 1}}}).code, RejectionCode::account_in_use)
        << "he holds points";
    happens(ImportBalances{{{neighbour, "003", {5'00}, {}}}});
    EXPECT_EQ(refused(ImportBalances{{{MemberId{}, "77", {1'00}, {}}}}).code, RejectionCode::member_unknown);
    EXPECT_EQ(ledger_sum(), Fen{0});
}

}  // namespace
}  // namespace canteen
