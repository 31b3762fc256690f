// The office's records come back as they were committed, after a restart and from the journal alone.
#include <gtest/gtest.h>

#include "canteen/storage/readers/meal_basis.h"
#include "tests/storage/lunch.h"

namespace canteen {
namespace {

Employer factory() {
    Employer employer;
    employer.code = "factory";
    employer.name = "第一机床厂";
    employer.tax_number = "91510100MA00000001";
    employer.allowance = Allowance{{300}, {1'500}, {0}, Fen{1'600}, {DayKind::workday, DayKind::weekend}};
    employer.has_account = true;
    employer.valid = {lunch_day, std::nullopt};
    return employer;
}

Employer school() {
    Employer employer;
    employer.code = "school";
    employer.name = "小学";
    employer.allowance = Allowance{{0}, {1'000}, {0}, {}, {}};
    return employer;
}

PartnerAgreement kitchen_firm() {
    PartnerAgreement agreement;
    agreement.code = "kitchen";
    agreement.name = "餐饮公司";
    agreement.base = RevenueBase::guests_paid;
    agreement.costs = {{"rent", {500'000}, 0}, {"gas", {0}, 35}};
    agreement.numerator = 3;
    agreement.denominator = 10;
    agreement.period = SharePeriod::quarter;
    agreement.valid = {std::nullopt, lunch_day + 365};
    return agreement;
}

Member with_cards(std::uint32_t n, std::vector<Card> cards) {
    auto member = senior(n);
    member.cards = std::move(cards);
    return member;
}

std::vector<PointsPosting> earned(MemberId member, std::int64_t points) {
    return {{PointsAccountKind::member, member, points}, {PointsAccountKind::earned, MemberId{}, -points}};
}

TEST(EmployerTable, KeepsWhatAnEmployerGivesAndItsChanges) {
    Lunch lunch;
    lunch.open_shop();
    lunch.commit({EmployerSet{factory()}, EmployerSet{school()}});
    auto changed = factory();
    changed.allowance->days = {DayKind::workday};
    changed.allowance->per_day.reset();
    changed.valid.to = lunch_day + 30;
    auto poor = school();
    poor.allowance.reset();
    lunch.commit({EmployerSet{changed}, EmployerSet{poor}});
    lunch.expect_whole();
    EXPECT_EQ(lunch.store().load_start({}).employers,
              (std::map<std::string, Employer>{{"factory", changed}, {"school", poor}}));
}

TEST(PointsTable, KeepsTheRuleTheHoursAndWhatEachHolds) {
    Lunch lunch;
    lunch.open_shop();
    EXPECT_EQ(lunch.store().load_start({}).points_rule, PointsRule{}) << "as usual until the site says another";
    const PointsRule rule{2, 180, 900, 10, {50}, "street"};
    lunch.commit({PointsRuleSet{PointsRule{}}, PointsRuleSet{rule}});
    lunch.commit(
        {HoursRecorded{{member_id(1), lunch_day, 120, "送餐", 4}}, PointsPosted{OrderId{}, earned(member_id(1), 4)}});
    lunch.commit({PointsPosted{OrderId{}, earned(member_id(1), 2)}});
    lunch.expect_whole();

    auto state = lunch.store().load_start({});
    EXPECT_EQ(state.points_rule, rule);
    Needs needs;
    needs.points = {member_id(1), member_id(2)};
    lunch.store().load(needs, state);
    EXPECT_EQ(state.points, (std::map<MemberId, std::int64_t>{{member_id(1), 6}, {member_id(2), 0}}));
}

TEST(PointsTable, AnOrderRemembersThePointsItWasPaidWith) {
    Lunch lunch;
    lunch.open_shop();
    lunch.commit({PointsPosted{OrderId{}, earned(member_id(1), 9)}});
    auto events = events_of(pork_order(1, member_id(1)));
    events.emplace_back(PointsPosted{
        order_id(1), {{PointsAccountKind::member, member_id(1), -9}, {PointsAccountKind::spent, MemberId{}, 9}}});
    lunch.commit(std::move(events));
    lunch.expect_whole();

    auto state = lunch.store().load_start({});
    EXPECT_EQ(*state.orders.at(order_id(1)), *lunch.memory.orders.at(order_id(1)));
    EXPECT_EQ(state.orders.at(order_id(1))->points, 9);
}

TEST(PartnerTable, KeepsAgreementsWithTheirItemsInOrder) {
    Lunch lunch;
    lunch.open_shop();
    auto changed = kitchen_firm();
    changed.costs = {{"gas", {0}, 40}, {"rent", {600'000}, 0}, {"wages", {0}, 0}};
    lunch.commit({PartnerAgreementSet{kitchen_firm()}});
    lunch.commit({PartnerAgreementSet{changed}});
    lunch.commit({PartnerCostRecorded{{"kitchen", {20'544}, "wages", {1'000'000}, "April"}}});
    lunch.expect_whole();
    EXPECT_EQ(lunch.store().load_start({}).agreements, (std::map<std::string, PartnerAgreement>{{"kitchen", changed}}));
}

TEST(MemberTable, FindsWhoseCardAndWhoseNumberItIs) {
    Lunch lunch;
    lunch.open_shop();
    lunch.commit({MemberRecorded{with_cards(1, {{"C1", CardState::active, lunch_day}})}});
    lunch.commit({MemberRecorded{
        with_cards(1, {{"C1", CardState::replaced, lunch_day}, {"C2", CardState::active, lunch_day}})}});
    lunch.expect_whole();

    Needs needs;
    needs.cards = {"C1", "C2", "C3"};
    needs.numbers = {"10001", "10009"};
    Canteen state;
    lunch.store().load(needs, state);
    EXPECT_EQ(state.cards.at("C1"), member_id(1)) << "a replaced one, too";
    EXPECT_EQ(state.cards.at("C2"), member_id(1));
    EXPECT_FALSE(state.cards.at("C3"));
    EXPECT_EQ(state.numbers.at("10001"), member_id(1));
    EXPECT_FALSE(state.numbers.at("10009"));
}

TEST(RightTable, WhatWasUsedBeforeThisSystemCountsAsEarlier) {
    Lunch lunch;
    lunch.open_shop();
    const UsedRight meals{{member_id(1), "town", UseKind::per_month, period_of(UseKind::per_month, the_lunch)}, 1, {}};
    const UsedRight fen{
        {member_id(1), "town", UseKind::quota_month, period_of(UseKind::quota_month, the_lunch)}, 0, {700}};
    lunch.commit({RightUsed{OrderId{}, meals}, RightUsed{OrderId{}, fen}});
    lunch.expect_whole();

    const Uses all{{meals.key, 1}, {fen.key, 700}};
    EXPECT_EQ(lunch.store().uses_found_by(member_id(1), the_lunch, true), all);
    EXPECT_EQ(lunch.store().uses_found_by(member_id(1), the_lunch, false), all);
    Needs needs;
    needs.use_scopes = {{member_id(1), lunch_day}};
    Canteen state;
    lunch.store().load(needs, state);
    EXPECT_EQ(state.uses.at(meals.key).ordinals, std::set<std::uint32_t>{1});
    EXPECT_EQ(state.uses.at(fen.key).fen, Fen{700});
}

TEST(MemberTable, TwoRecordsThatWereMergedAreFoundAsSuchAndTheirUsesTogether) {
    Lunch lunch;
    lunch.open_shop();
    const auto kept_id = member_id(1), merged_id = member_id(2);
    const auto use_of = [](MemberId member) {
        return UsedRight{{member, "town", UseKind::per_month, period_of(UseKind::per_month, the_lunch)}, 1, {}};
    };
    lunch.commit({MemberRecorded{with_cards(2, {{"C2", CardState::active, lunch_day}})},
                  RightUsed{OrderId{}, use_of(kept_id)}, RightUsed{OrderId{}, use_of(merged_id)}});
    auto kept = with_cards(1, {{"C2", CardState::active, lunch_day}});
    kept.merged = {{merged_id, senior(2).number}};
    auto merged = senior(2);
    merged.merged_into = kept_id;
    lunch.commit({MembersMerged{kept_id, merged_id, eleven}, MemberRecorded{kept}, MemberRecorded{merged}});
    lunch.expect_whole();

    Needs needs;
    needs.members = {kept_id, merged_id};
    needs.cards = {"C2"};
    needs.numbers = {senior(2).number};
    Canteen state;
    lunch.store().load(needs, state);
    EXPECT_EQ(state.members.at(kept_id), kept);
    EXPECT_EQ(state.members.at(merged_id), merged);
    EXPECT_EQ(state.cards.at("C2"), kept_id);
    EXPECT_EQ(state.numbers.at(senior(2).number), merged_id) << "never another's";
    for (const auto asked : {kept_id, merged_id}) {
        const auto basis = read_meal_basis(lunch.db(), lunch.keys, lunch.codec, asked, the_lunch, false);
        EXPECT_EQ(basis.member, kept);
        EXPECT_EQ(basis.uses, (Uses{{use_of(kept_id).key, 2}}));
    }
}

}  // namespace
}  // namespace canteen
