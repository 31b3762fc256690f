#include "canteen/app/needs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "canteen/domain/state/order_keys.h"
#include "tests/support/lunch.h"

namespace canteen {
namespace {

using namespace canteen::testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

const MemberId member = id_of<MemberId>(1);

Needs needs_of(const CommandBody& body, const Canteen& state = {}) {
    return missing_for(state, {CommandId{}, body}, Timestamp{});
}

PlaceOrder paid_by(TenderKind kind) {
    PlaceOrder ask;
    ask.order.id = id_of<OrderId>(1);
    ask.order.member = member;
    ask.order.meal = lunch_on(lunch_date);
    ask.tenders = {{kind, {1}, ""}};
    return ask;
}

TEST(Needs, AnOrderNeedsPointsOnlyIfItIsPaidByThem) {
    EXPECT_THAT(needs_of(paid_by(TenderKind::points)).points, ElementsAre(member));
    EXPECT_THAT(needs_of(paid_by(TenderKind::points)).balances, IsEmpty());
    EXPECT_THAT(needs_of(paid_by(TenderKind::allowance)).points, IsEmpty());
}

TEST(Needs, GivingPointsBackNeedsThoseOfTheMember) {
    Canteen state;
    const auto ask = paid_by(TenderKind::points);
    Order order;
    order.draft = ask.order;
    order.tenders = ask.tenders;
    state.orders[order.draft.id] = order;
    EXPECT_THAT(needs_of(CancelOrder{order.draft.id}, state).points, ElementsAre(member));
    state.points[member] = 0;
    EXPECT_THAT(needs_of(CancelOrder{order.draft.id}, state).points, IsEmpty());
}

// A count that was not loaded would be half a count, and the disk's would be added to it.
TEST(Needs, GivingABudgetBackNeedsItsUseThoughNoSchemeHasOneAnyMore) {
    Canteen state;
    Order order;
    order.draft = paid_by(TenderKind::cash).order;
    const auto year = period_of(UseKind::budget_year, order.draft.meal);
    order.rights = {{{MemberId{}, "town/town", UseKind::budget_year, year}, 0, {300}}};
    state.orders[order.draft.id] = order;
    ASSERT_FALSE(has_budgets(state));
    Refund part;
    part.order = order.draft.id;
    part.lines = {{0, 1}};
    for (const CommandBody& body : {CommandBody{part}, CommandBody{CancelOrder{order.draft.id}}})
        EXPECT_THAT(needs_of(body, state).use_scopes,
                    UnorderedElementsAre(UseScope{member, lunch_date}, UseScope{MemberId{}, lunch_date}));
    state.use_scopes = {{MemberId{}, lunch_date}};
    EXPECT_THAT(needs_of(part, state).use_scopes, ElementsAre(UseScope{member, lunch_date}));
}

TEST(Needs, APurseIsBonusAndPrincipalWhateverElseIsDeducted) {
    const auto balances = needs_of(TopUp{member, {}, {}}).balances;
    EXPECT_THAT(balances, UnorderedElementsAre(account_of(member, AccountKind::member_bonus),
                                               account_of(member, AccountKind::member_principal)));
}

TEST(Needs, HoursAreOfAMemberAndWhatHeHolds) {
    const auto needs = needs_of(RecordHours{{member, lunch_date, 60, "", 0}});
    EXPECT_THAT(needs.members, ElementsAre(member));
    EXPECT_THAT(needs.points, ElementsAre(member));
}

TEST(Needs, OpeningUsesAreLookedUpInTheirPeriods) {
    const auto period = period_of(UseKind::per_month, lunch_on(lunch_date));
    const auto needs = needs_of(ImportUses{{{{member, "s", UseKind::per_month, period}, "001", 3}}});
    EXPECT_THAT(needs.members, ElementsAre(member));
    EXPECT_THAT(needs.use_scopes, ElementsAre(UseScope{member, month_start(lunch_date)}));
}

TEST(Needs, AnOrderOfAMergedRecordNeedsAllThatItsPersonHas) {
    const auto kept = id_of<MemberId>(2);
    Canteen state;
    auto ask = paid_by(TenderKind::stored_value);
    Member merged, person;
    merged.id = member;
    merged.merged_into = kept;
    state.members[member] = merged;
    EXPECT_THAT(needs_of(ask, state).members, ElementsAre(kept));
    person.id = kept;
    person.merged = {{member, "1"}};
    state.members[kept] = person;
    const auto needs = needs_of(ask, state);
    EXPECT_THAT(needs.members, IsEmpty());
    EXPECT_THAT(needs.use_scopes, UnorderedElementsAre(UseScope{member, lunch_date}, UseScope{kept, lunch_date}));
    EXPECT_EQ(needs.balances.size(), 4U);
}

TEST(Needs, MergingNeedsTheAccountsAndPointsOfBoth) {
    const auto other = id_of<MemberId>(2);
    const auto needs = needs_of(MergeMembers{member, other, 1, 1});
    EXPECT_THAT(needs.members, ElementsAre(member, other));
    EXPECT_THAT(needs.points, ElementsAre(member, other));
    EXPECT_EQ(needs.balances.size(), 4U);
}

}  // namespace
}  // namespace canteen
