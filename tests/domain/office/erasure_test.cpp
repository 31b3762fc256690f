#include "canteen/domain/office/erasure.h"

#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

using Erasing = CanteenFixture;

TEST_F(Erasing, forgets_the_member_and_frees_what_named_him) {
    happens(IssueCard{neighbour, "N1", ""});
    const auto erased = the<MemberErased>(happens(EraseMember{neighbour}));
    EXPECT_EQ(erased.member, neighbour);
    EXPECT_EQ(erased.at, now);
    EXPECT_FALSE(state.members.at(neighbour));
    EXPECT_EQ(refused(EraseMember{neighbour}).code, RejectionCode::member_unknown);

    happens(IssueCard{grandma, "N1", ""});
    Member next = state.members.at(grandma).value();
    next.number = "003";
    happens(PutMember{next});
}

TEST_F(Erasing, never_gives_the_id_to_somebody_else) {
    Member member = state.members.at(neighbour).value();
    happens(EraseMember{neighbour});
    member.revision = 0;
    EXPECT_EQ(refused(PutMember{member}).code, RejectionCode::member_unknown);
    EXPECT_EQ(refused(ImportMembers{{member}}).code, RejectionCode::member_unknown);
}

TEST_F(Erasing, waits_until_the_members_own_money_is_paid_out) {
    happens(TopUp{neighbour, {TenderKind::cash, {50'00}, ""}, {5'00}});
    Rejection why = refused(EraseMember{neighbour});
    EXPECT_EQ(why.code, RejectionCode::balance_left);
    EXPECT_EQ(why.params, (std::vector<Param>{{"balance", "5500"}, {"points", "0"}}));
    happens(PayOut{neighbour, {TenderKind::cash, {50'00}, ""}});
    happens(EraseMember{neighbour});
}

TEST_F(Erasing, lets_points_and_bonus_lapse) {
    happens(TopUp{neighbour, {TenderKind::cash, {}, ""}, {5'00}});
    give_points(neighbour, 12);
    const auto events = happens(EraseMember{neighbour});
    EXPECT_EQ(points(neighbour), 0);
    EXPECT_EQ(balance(account_of(neighbour, AccountKind::member_bonus)), Fen{});
    EXPECT_EQ(balance(AccountKind::discount), Fen{});
    EXPECT_EQ(the<PointsPosted>(events).postings.size(), 2U);
}

TEST_F(Erasing, waits_for_points_owed) {
    state.points[neighbour] = -3;
    EXPECT_EQ(refused(EraseMember{neighbour}).params, (std::vector<Param>{{"balance", "0"}, {"points", "-3"}}));
}

TEST_F(Erasing, a_debt_is_not_forgotten_either) {
    state.balances[account_of(neighbour, AccountKind::member_principal)] = Fen{3'00};
    EXPECT_EQ(refused(EraseMember{neighbour}).code, RejectionCode::balance_left);
}

TEST_F(Erasing, leaves_what_was_booked) {
    const auto d = draft_for(neighbour, {portions(dishes::pork)});
    happens(ask_in_cash(d));
    happens(EraseMember{neighbour});
    EXPECT_EQ(order(d).draft.member, neighbour);
    EXPECT_EQ(balance(AccountKind::sales), Fen{-12'00});
}

}  // namespace
}  // namespace canteen
