// Paying by employers' allowances, by points and on account: as an ask, as a statement, and back again.
#include "canteen/domain/ledger/funding.h"

#include "canteen/domain/base/programmer_error.h"
#include "canteen/domain/model/refusal.h"
#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Account acme_allowance{AccountKind::allowance, "acme"};
const Account acme_account{AccountKind::employer, "acme"};
const Account street_points{AccountKind::receivable, "points/street"};

Tender by_allowance(Fen fen, const char* employer = "acme") {
    return {TenderKind::allowance, fen, employer};
}
Tender on_account(Fen fen, const char* employer = "acme") {
    return {TenderKind::employer, fen, employer};
}
Tender by_points(Fen fen) {
    return {TenderKind::points, fen, ""};
}
Tender in_cash(Fen fen) {
    return {TenderKind::cash, fen, ""};
}

class Paying : public CanteenFixture {
protected:
    Paying() {
        happens(SetEmployer{acme()});
        happens(SetPointsRule{fifty_fen_a_point()});
        employ(neighbour, "acme");
    }

    OrderDraft pork_for(MemberId member) { return draft_for(member, {portions(dishes::pork)}); }  // 12.00
    OrderDraft paid(MemberId member, const std::vector<Tender>& tenders) {
        const auto d = pork_for(member);
        happens(ask(d, tenders));
        return d;
    }
    Rejection why_not(MemberId member, const std::vector<Tender>& tenders) {
        return refused(ask(pork_for(member), tenders));
    }
    Events stated(MemberId member, const std::vector<Tender>& tenders) {
        return happens(sale(pork_for(member), tenders));
    }
    static std::vector<Exception> listed(const Events& events) {
        std::vector<Exception> exceptions;
        for (const auto& event : events)
            if (const auto* e = std::get_if<ExceptionListed>(&event)) exceptions.push_back(e->exception);
        return exceptions;
    }
    Refund refund(const OrderDraft& d, std::vector<RefundLine> lines = {}) {
        return {id_of<RefundId>(++refunds_), d.id, std::move(lines), RefundReason::guest_asked, {}};
    }
    Fen owed(const Account& account) const { return balance(account); }

private:
    unsigned refunds_ = 0;
};

TEST_F(Paying, by_an_allowance_is_owed_by_the_employer_and_uses_it_up) {
    const auto d = paid(neighbour, {by_allowance({10'00}), in_cash({2'00})});
    EXPECT_EQ(owed(acme_allowance), Fen{10'00});
    EXPECT_EQ(allowance_used(neighbour, "acme"), Fen{10'00});
    EXPECT_THAT(order(d).tenders, ElementsAre(by_allowance({10'00}), in_cash({2'00})));
    EXPECT_EQ(why_not(neighbour, {by_allowance({1}), in_cash({11'90})}).code, RejectionCode::allowance_short);
}

TEST_F(Paying, by_an_allowance_takes_no_more_than_is_left_however_it_is_split) {
    paid(neighbour, {by_allowance({4'00}), in_cash({8'00})});
    const auto rejection = why_not(neighbour, {by_allowance({4'00}), by_allowance({3'00}), in_cash({5'00})});
    EXPECT_EQ(rejection.code, RejectionCode::allowance_short);
    EXPECT_EQ(rejection.params, (std::vector<Param>{{"left", "600"}}));
    paid(neighbour, {by_allowance({4'00}), by_allowance({2'00}), in_cash({6'00})});
    EXPECT_EQ(owed(acme_allowance), Fen{10'00});
}

TEST_F(Paying, by_an_allowance_needs_an_employer_who_gives_one) {
    EXPECT_EQ(why_not(grandma, {by_allowance({6'00})}).code, RejectionCode::allowance_short);
    EXPECT_EQ(why_not(MemberId{}, {by_allowance({12'00})}).code, RejectionCode::allowance_short);
    EXPECT_EQ(why_not(neighbour, {by_allowance({12'00}, "other")}).code, RejectionCode::allowance_short);
}

TEST_F(Paying, an_allowance_comes_after_what_subsidies_give) {
    employ(grandma, "acme");
    paid(grandma, {by_allowance({6'00})});
    EXPECT_EQ(owed(acme_allowance), Fen{6'00});
    EXPECT_EQ(balance(AccountKind::receivable), Fen{6'00});
}

TEST_F(Paying, a_hold_takes_the_allowance_only_when_it_is_paid) {
    const auto d = pork_for(neighbour);
    happens(ask(d));
    EXPECT_EQ(allowance_used(neighbour, "acme"), Fen{0});
    paid(neighbour, {by_allowance({7'00}), in_cash({5'00})});
    EXPECT_EQ(refused(ask(d, {by_allowance({4'00}), in_cash({8'00})})).code, RejectionCode::allowance_short);
    happens(ask(d, {by_allowance({3'00}), in_cash({9'00})}));
    EXPECT_EQ(allowance_used(neighbour, "acme"), Fen{10'00});
    happens(Refund{RefundId{{1}}, d.id, {}, RefundReason::guest_asked, {}});
    EXPECT_EQ(allowance_used(neighbour, "acme"), Fen{7'00});
}

TEST_F(Paying, a_hold_is_paid_by_no_tender_below_zero) {
    give_points(neighbour, 30);
    const auto d = pork_for(neighbour);
    happens(ask(d));
    EXPECT_EQ(refused(ask(d, {by_points({-3'00}), in_cash({15'00})})).code, RejectionCode::line_invalid);
    EXPECT_EQ(points(neighbour), 30);
}

TEST_F(Paying, by_points_spends_them_and_their_funder_owes_the_money) {
    give_points(neighbour, 30);
    const auto d = paid(neighbour, {by_points({10'20}), in_cash({1'80})});
    EXPECT_EQ(points(neighbour), 9) << "21 points for 10.20";
    EXPECT_EQ(order(d).points, 21);
    EXPECT_EQ(owed(street_points), Fen{10'20});
}

TEST_F(Paying, by_points_needs_enough_of_them_and_a_rate) {
    give_points(neighbour, 10);
    const auto rejection = why_not(neighbour, {by_points({6'00}), in_cash({6'00})});
    EXPECT_EQ(rejection.code, RejectionCode::points_short);
    EXPECT_EQ(rejection.params, (std::vector<Param>{{"points", "10"}}));
    PointsRule rule = fifty_fen_a_point();
    rule.spendable_from = 11;
    happens(SetPointsRule{rule});
    EXPECT_EQ(why_not(neighbour, {by_points({1'00}), in_cash({11'00})}).code, RejectionCode::points_not_spendable);
    happens(SetPointsRule{PointsRule{}});
    EXPECT_EQ(why_not(neighbour, {by_points({1'00}), in_cash({11'00})}).code, RejectionCode::points_not_spendable);
}

TEST_F(Paying, on_an_employers_account_is_owed_by_it) {
    paid(neighbour, {on_account({12'00})});
    EXPECT_EQ(owed(acme_account), Fen{12'00});
    EXPECT_EQ(owed(acme_allowance), Fen{0});
}

TEST_F(Paying, on_account_is_for_the_employers_people_and_for_its_groups) {
    EXPECT_EQ(why_not(grandma, {on_account({6'00})}).code, RejectionCode::employer_unknown);
    EXPECT_EQ(why_not(MemberId{}, {on_account({12'00})}).params, (std::vector<Param>{{"employer", "acme"}}));
    auto banquet = pork_for(MemberId{});
    banquet.origin = Origin::group;
    happens(ask(banquet, {on_account({12'00})}));
    EXPECT_EQ(owed(acme_account), Fen{12'00});
}

TEST_F(Paying, on_account_needs_one_that_is_open_that_day) {
    Employer employer = acme();
    employer.has_account = false;
    happens(SetEmployer{employer});
    EXPECT_EQ(why_not(neighbour, {on_account({12'00})}).code, RejectionCode::employer_unknown);
    employer = acme();
    employer.valid.to = today + -1;
    happens(SetEmployer{employer});
    auto banquet = pork_for(MemberId{});
    banquet.origin = Origin::group;
    EXPECT_EQ(refused(ask(banquet, {on_account({12'00})})).code, RejectionCode::employer_unknown);
}

TEST_F(Paying, by_a_transfer_is_for_settlements_not_for_orders) {
    const auto rejection = why_not(MemberId{}, {{TenderKind::bank, {12'00}, "b1"}});
    EXPECT_EQ(rejection.code, RejectionCode::tender_mismatch);
    stated(MemberId{}, {{TenderKind::bank, {12'00}, "b1"}});
    EXPECT_EQ(owed({AccountKind::external, "bank"}), Fen{12'00}) << "money that came is booked";
}

TEST_F(Paying, a_statement_beyond_the_allowance_is_borne_by_the_canteen_and_listed) {
    paid(neighbour, {by_allowance({4'00}), in_cash({8'00})});
    const auto events = stated(neighbour, {by_allowance({10'00}), in_cash({2'00})});
    const auto exceptions = listed(events);
    ASSERT_EQ(exceptions.size(), 1U);
    EXPECT_EQ(exceptions[0].code, ExceptionCode::allowance_exceeded);
    EXPECT_EQ(exceptions[0].params, (std::vector<Param>{{"employer", "acme"}, {"fen", "400"}}));
    EXPECT_EQ(owed(acme_allowance), Fen{10'00});
    EXPECT_EQ(balance(AccountKind::concession), Fen{4'00});
    EXPECT_EQ(balance(AccountKind::exceptions), Fen{0});
}

TEST_F(Paying, a_statement_beyond_the_points_spends_those_there_are) {
    give_points(neighbour, 5);
    const auto exceptions = listed(stated(neighbour, {by_points({12'00})}));
    ASSERT_EQ(exceptions.size(), 1U);
    EXPECT_EQ(exceptions[0].code, ExceptionCode::points_short);
    EXPECT_EQ(exceptions[0].params, (std::vector<Param>{{"points", "19"}}));
    EXPECT_EQ(points(neighbour), 0);
    EXPECT_EQ(owed(street_points), Fen{2'50});
    EXPECT_EQ(balance(AccountKind::concession), Fen{9'50});
}

TEST_F(Paying, a_statement_on_nobodys_account_is_money_that_fits_nowhere) {
    const auto exceptions = listed(stated(neighbour, {on_account({12'00}, "other")}));
    ASSERT_EQ(exceptions.size(), 1U);
    EXPECT_EQ(exceptions[0].code, ExceptionCode::employer_unknown);
    EXPECT_EQ(exceptions[0].params, (std::vector<Param>{{"employer", "other"}}));
    EXPECT_EQ(balance(AccountKind::exceptions), Fen{12'00});
}

TEST_F(Paying, a_cancelled_order_that_was_sold_all_the_same_charges_no_employer) {
    const auto d = pork_for(neighbour);
    happens(ask(d));
    happens(CancelOrder{d.id});
    EXPECT_THAT(exceptions_of(sale(d, {by_allowance({10'00}), in_cash({2'00})})),
                ElementsAre(ExceptionCode::cancelled_before_sale));
    EXPECT_EQ(owed(acme_allowance), Fen{0});
    EXPECT_EQ(balance(AccountKind::exceptions), Fen{-2'00});
}

TEST_F(Paying, what_is_given_back_whole_goes_back_to_each_by_the_way_he_paid) {
    give_points(neighbour, 4);
    const auto d = paid(neighbour, {by_allowance({7'00}), by_points({2'00}), on_account({2'00}), in_cash({1'00})});
    const auto back = the<OrderRefunded>(happens(refund(d))).refund.back;
    EXPECT_THAT(back, testing::UnorderedElementsAre(by_allowance({7'00}), by_points({2'00}), on_account({2'00}),
                                                    in_cash({1'00})));
    for (const auto& account : {acme_allowance, acme_account, street_points}) EXPECT_EQ(owed(account), Fen{0});
    EXPECT_EQ(points(neighbour), 4);
    EXPECT_EQ(order(d).points, 0);
    EXPECT_TRUE(state.uses.empty());
}

TEST_F(Paying, what_is_given_back_in_part_comes_from_what_was_paid_last) {
    give_points(neighbour, 20);
    const auto d = draft_for(neighbour, {portions(dishes::greens, 3)});  // 15.00
    happens(ask(d, {by_allowance({8'00}), by_points({6'00}), in_cash({1'00})}));
    const auto first = the<OrderRefunded>(happens(refund(d, {{LineId{1}, 1}}))).refund.back;
    EXPECT_THAT(first, testing::UnorderedElementsAre(in_cash({1'00}), by_points({4'00})));
    EXPECT_EQ(points(neighbour), 20 - 12 + 8);
    EXPECT_EQ(order(d).points, 4);
    EXPECT_EQ(allowance_used(neighbour, "acme"), Fen{8'00});
    const auto second = the<OrderRefunded>(happens(refund(d, {{LineId{1}, 1}}))).refund.back;
    EXPECT_THAT(second, testing::UnorderedElementsAre(by_points({2'00}), by_allowance({3'00})));
    EXPECT_EQ(points(neighbour), 20);
    EXPECT_EQ(allowance_used(neighbour, "acme"), Fen{5'00});
    EXPECT_EQ(owed(acme_allowance), Fen{5'00});
}

TEST_F(Paying, what_the_canteen_bore_of_an_allowance_goes_before_what_the_employer_gave) {
    const auto d = draft_for(neighbour, {portions(dishes::greens, 3)});  // 15.00
    happens(sale(d, {by_allowance({15'00})}));
    EXPECT_EQ(balance(AccountKind::concession), Fen{5'00});
    EXPECT_THAT(the<OrderRefunded>(happens(refund(d, {{LineId{1}, 1}}))).refund.back, IsEmpty());
    EXPECT_EQ(balance(AccountKind::concession), Fen{0});
    EXPECT_EQ(owed(acme_allowance), Fen{10'00});
    happens(refund(d, {{LineId{1}, 1}}));
    EXPECT_EQ(owed(acme_allowance), Fen{5'00});
    EXPECT_EQ(balance(AccountKind::exceptions), Fen{0});
}

TEST_F(Paying, is_deducted_in_the_sites_order_whatever_order_the_till_names) {
    give_points(neighbour, 20);
    happens(TopUp{neighbour, {TenderKind::cash, {20'00}, ""}, {}});
    const Tender stored{TenderKind::stored_value, {4'00}, ""};
    const auto d = draft_for(neighbour, {portions(dishes::greens, 3)});  // 15.00
    happens(ask(d, {stored, by_points({5'00}), by_allowance({6'00})}));
    const auto back = the<OrderRefunded>(happens(refund(d, {{LineId{1}, 2}}))).refund.back;
    EXPECT_THAT(back, testing::UnorderedElementsAre(stored, by_points({5'00}), by_allowance({1'00})));
}

TEST(PostingPoints, as_money_is_a_programmers_error) {
    std::vector<Posting> transaction;
    EXPECT_THROW(post(transaction, {AccountKind::points, ""}, {1}), ProgrammerError);
}

}  // namespace
}  // namespace canteen
