#include "canteen/domain/sales/payment_plan.h"

#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class PlanningAPayment : public CanteenFixture {
protected:
    PlanningAPayment() {
        happens(SetEmployer{acme()});
        happens(SetPointsRule{fifty_fen_a_point()});
        employ(neighbour, "acme");
    }
    // Plans the payment of three portions of greens, 15.00.
    std::vector<Tender> plan(MemberId member) {
        const auto d = draft_for(member, {portions(dishes::greens, 3)});
        return plan_payment(state, d, quote_at_menu_prices(state, d, state.menus.at(lunch).value()));
    }
    const Tender allowance{TenderKind::allowance, {10'00}, "acme"};
};

TEST_F(PlanningAPayment, takes_the_allowance_then_points_then_stored_value_and_leaves_the_rest_to_cash) {
    EXPECT_THAT(plan(neighbour), ElementsAre(allowance));
    give_points(neighbour, 4);
    EXPECT_THAT(plan(neighbour), ElementsAre(allowance, Tender{TenderKind::points, {2'00}, ""}));
    happens(TopUp{neighbour, {TenderKind::cash, {1'00}, ""}, {1'00}});
    EXPECT_THAT(plan(neighbour), ElementsAre(allowance, Tender{TenderKind::points, {2'00}, ""},
                                             Tender{TenderKind::stored_value, {2'00}, ""}));
}

TEST_F(PlanningAPayment, takes_no_more_than_is_to_pay) {
    give_points(neighbour, 1'000);
    EXPECT_THAT(plan(neighbour), ElementsAre(allowance, Tender{TenderKind::points, {5'00}, ""}));
}

TEST_F(PlanningAPayment, follows_the_sites_order) {
    give_points(neighbour, 4);
    happens(TopUp{neighbour, {TenderKind::cash, {8'00}, ""}, {3'00}});
    happens(SetDeductOrder{
        {AccountKind::member_bonus, AccountKind::points, AccountKind::allowance, AccountKind::member_principal}});
    EXPECT_THAT(plan(neighbour), ElementsAre(Tender{TenderKind::stored_value, {3'00}, ""},
                                             Tender{TenderKind::points, {2'00}, ""}, allowance));
}

TEST_F(PlanningAPayment, leaves_alone_what_cannot_be_spent_and_employers_accounts) {
    Employer account_only = acme();
    account_only.allowance.reset();
    happens(SetEmployer{account_only});
    PointsRule rule = fifty_fen_a_point();
    rule.spendable_from = 5;
    happens(SetPointsRule{rule});
    give_points(neighbour, 4);
    EXPECT_THAT(plan(neighbour), IsEmpty());
    EXPECT_THAT(plan(MemberId{}), IsEmpty());
}

TEST_F(PlanningAPayment, is_accepted_as_it_was_planned) {
    give_points(neighbour, 4);
    happens(TopUp{neighbour, {TenderKind::cash, {20'00}, ""}, {1'00}});
    const auto d = draft_for(neighbour, {portions(dishes::greens, 3)});
    happens(ask(d, plan(neighbour)));
    EXPECT_EQ(balance(Account{AccountKind::allowance, "acme"}), Fen{10'00});
    EXPECT_EQ(points(neighbour), 0);
    EXPECT_THAT(plan(neighbour), ElementsAre(Tender{TenderKind::stored_value, {15'00}, ""}));
}

}  // namespace
}  // namespace canteen
