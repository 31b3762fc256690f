#include "canteen/domain/office/opening_uses.h"

#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

class OpeningUses : public CanteenFixture {
protected:
    OpeningUse use(MemberId member, const char* giver, UseKind kind, std::int64_t used) const {
        return {{member, giver, kind, period_of(kind, lunch)}, "001", used};
    }
    RejectionCode why(const OpeningUse& opening) { return refused(ImportUses{{opening}}).code; }
};

TEST_F(OpeningUses, count_as_if_the_meals_had_been_eaten_here) {
    happens(ImportUses{{use(grandma, "six-a-day", UseKind::per_day, 1)}});
    EXPECT_EQ(draft_for(grandma, {portions(dishes::noodles)}).shown.to_pay, Fen{15'00});
    EXPECT_EQ(count(grandma, UseKind::per_day), 1U);
}

TEST_F(OpeningUses, in_fen_leave_what_is_left_of_the_month) {
    happens(ImportUses{{use(villager, "twenty-a-month", UseKind::quota_month, 17'00)}});
    EXPECT_EQ(draft_for(villager, {portions(dishes::noodles)}).shown.to_pay, Fen{12'00});
}

TEST_F(OpeningUses, are_of_no_order_and_stay_when_orders_are_taken_back) {
    happens(ImportUses{{use(villager, "twenty-a-month", UseKind::quota_month, 17'00)}});
    const auto d = draft_for(villager, {portions(dishes::noodles)});
    happens(ask_in_cash(d));
    happens(Refund{id_of<RefundId>(1), d.id, {}, RefundReason::guest_asked, {}});
    const auto& key = use(villager, "twenty-a-month", UseKind::quota_month, 0).key;
    EXPECT_EQ(state.uses.at(key).fen, Fen{17'00});
}

TEST_F(OpeningUses, of_an_allowance_lessen_it) {
    happens(SetEmployer{acme()});
    employ(neighbour, "acme");
    happens(ImportUses{{use(neighbour, "acme", UseKind::allowance, 9'00)}});
    const auto d = draft_for(neighbour, {portions(dishes::pork)});
    const auto rejection = refused(ask(d, {{TenderKind::allowance, {2'00}, "acme"}, {TenderKind::cash, {10'00}, ""}}));
    EXPECT_EQ(rejection.code, RejectionCode::allowance_short);
    EXPECT_EQ(rejection.params, (std::vector<Param>{{"left", "100"}}));
}

TEST_F(OpeningUses, come_once_a_right_and_before_it_is_used) {
    happens(ask_in_cash(draft_for(grandma, {portions(dishes::noodles)})));
    EXPECT_EQ(why(use(grandma, "six-a-day", UseKind::per_day, 1)), RejectionCode::uses_in_use);
    const auto monthly = use(grandma, "six-a-day", UseKind::per_month, 3);
    EXPECT_EQ(refused(ImportUses{{monthly, monthly}}).code, RejectionCode::uses_in_use);
    happens(ImportUses{{monthly}});
    EXPECT_EQ(why(monthly), RejectionCode::uses_in_use);
}

TEST_F(OpeningUses, are_refused_as_a_whole_with_the_number_that_is_wrong) {
    const auto good = use(grandma, "six-a-day", UseKind::per_month, 3);
    const auto rejection = refused(ImportUses{{good, use(id_of<MemberId>(99), "six-a-day", UseKind::per_month, 3)}});
    EXPECT_EQ(rejection.code, RejectionCode::member_unknown);
    EXPECT_EQ(rejection.params.at(0).value, "001");
    EXPECT_EQ(count(grandma, UseKind::per_month), 0U);
    EXPECT_EQ(why(use(grandma, "unknown", UseKind::per_month, 3)), RejectionCode::scheme_unknown);
    EXPECT_EQ(why(use(grandma, "acme", UseKind::allowance, 3)), RejectionCode::employer_unknown);
    EXPECT_EQ(why(use(grandma, "six-a-day", UseKind::per_month, 0)), RejectionCode::nothing_to_import);
}

TEST_F(OpeningUses, are_of_what_a_member_holds_in_a_period_there_is) {
    EXPECT_EQ(why(use(grandma, "six-a-day", UseKind::meal_eaten, 1)), RejectionCode::amount_invalid);
    EXPECT_EQ(why(use(grandma, "six-a-day", UseKind::budget_year, 1)), RejectionCode::amount_invalid);
    EXPECT_EQ(why(use(grandma, "six-a-day", UseKind::per_year, max_opening_count + 1)), RejectionCode::amount_invalid);
    EXPECT_EQ(why(use(grandma, "six-a-day", UseKind::per_year, -1)), RejectionCode::amount_invalid);
    auto mid_month = use(grandma, "six-a-day", UseKind::per_month, 1);
    mid_month.key.period = today.days;
    EXPECT_EQ(why(mid_month), RejectionCode::amount_invalid);
}

}  // namespace
}  // namespace canteen
