// Finds what somebody should look at before a claim is handed in; made-up meals, one oddity at a time.
#include "canteen/domain/claims/edit_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/domain/support/district.h"

namespace canteen {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const AreaCode here = "510117001";
const AreaCode elsewhere = "510131001";

MemberId senior(std::uint8_t n) {
    return MemberId{{n}};
}
DeviceId till(std::uint8_t n) {
    return DeviceId{{n}};
}

// Gives 6 yuan for one meal a day and three a week to everyone at home in the district.
Scheme one_a_day() {
    Condition of_district;
    of_district.hukou_within = SharedArea::district;
    SubsidyStep step;
    step.terms.limits.per_slot = 1;
    step.terms.limits.per_day = 1;
    step.terms.limits.per_week = 3;
    step.classes = {{"all", {of_district}, {}, {{{"district", FixedBenefit{{6'00}}}, {}}}}};
    Scheme scheme;
    scheme.id = "meals";
    scheme.versions = {{"1", {}, {step}, {}}};
    return scheme;
}

class EditCheck : public ::testing::Test {
protected:
    EditCheck() { move_in(senior(1)); }

    void move_in(MemberId id) {
        Member member;
        member.id = id;
        member.hukou = {{here, {}}};
        members[id] = member;
    }

    ClaimLine& serve(MemberId member, Date date, MealSlot slot = MealSlot::lunch) {
        ClaimLine line;
        line.order.bytes[14] = static_cast<std::uint8_t>(lines.size() >> 8);
        line.order.bytes[15] = static_cast<std::uint8_t>(lines.size());
        line.meal = {date, slot};
        line.member = member;
        line.version = "1";
        line.steps = {0};
        line.sold_at = instant_at_site(date, {11 * 60 + 30});
        line.share = {6'00};
        line.device = till(1);
        line.late = date < april.first;
        lines.push_back(line);
        see(member, date, till(1), Fen{9'00});
        return lines.back();
    }
    void see(MemberId member, Date date, DeviceId at, Fen to_pay) {
        Order order;
        order.draft.member = member;
        order.draft.meal = {date, MealSlot::lunch};
        order.draft.shown.to_pay = to_pay;
        order.device = at;
        order.granted = {{"meals", 0, "district", {6'00}}};
        seen.add(OrderPlaced{order});
    }

    std::vector<Finding> check() {
        const EditBasis basis{district,
                              april,
                              &scheme,
                              {here, {}},
                              seen,
                              [this](MemberId id) {
                                  const auto found = members.find(id);
                                  return found == members.end() ? nullptr : &found->second;
                              },
                              [](MemberId id) { return "p" + std::to_string(id.bytes[0]); },
                              earlier,
                              unclaimed};
        return check_claim(lines, basis);
    }
    // Returns texts like "double_use p1 2026-04-01 lunch 2".
    std::vector<std::string> told() {
        std::vector<std::string> texts;
        for (const auto& finding : check()) {
            std::string text(name_of(finding.code));
            for (const auto& param : finding.params) text += " " + param.value;
            texts.push_back(text);
        }
        return texts;
    }

    const Date monday = *parse_date("2026-04-06");
    Scheme scheme = one_a_day();
    std::map<MemberId, Member> members;
    OrdersSeen seen{district};
    std::vector<ClaimLine> lines, earlier;
    std::vector<UnclaimedMonth> unclaimed;
};

TEST_F(EditCheck, AnOrdinaryWeekIsNothingToLookAt) {
    for (int day = 0; day < 3; ++day) serve(senior(1), monday + day);
    serve(MemberId{}, monday);
    serve(MemberId{}, monday);
    EXPECT_THAT(told(), IsEmpty());
}

TEST_F(EditCheck, TwoPortionsOfOneMealAreTold) {
    serve(senior(1), monday);
    serve(senior(1), monday);
    EXPECT_THAT(told(), ElementsAre("double_use p1 2026-04-06 lunch 2", "served_over_entitled p1 2026-04-06 2 1",
                                    "over_open_days p1 2 1"));
}

TEST_F(EditCheck, MealsOfTwoRecordsThatWereMergedAreOnePersons) {
    move_in(senior(2));
    serve(senior(1), monday);
    serve(senior(2), monday);
    EXPECT_THAT(told(), IsEmpty());
    members[senior(2)].merged_into = senior(1);
    EXPECT_THAT(told(), ElementsAre("double_use p1 2026-04-06 lunch 2", "served_over_entitled p1 2026-04-06 2 1",
                                    "over_open_days p1 2 1"));
}

TEST_F(EditCheck, OnceMergedTwoRecordsOfOneIdNumberAreNoTwoPersons) {
    move_in(senior(2));
    members[senior(1)].id_number = members[senior(2)].id_number = "110101194402291234";
    serve(senior(1), monday);
    serve(senior(2), monday + 1);
    EXPECT_THAT(told(), ElementsAre("same_person p2 p1"));
    members[senior(2)].merged_into = senior(1);
    EXPECT_THAT(told(), IsEmpty());
}

TEST_F(EditCheck, MoreThanADayOrAWeekEntitlesToIsTold) {
    for (int day = 0; day < 4; ++day) serve(senior(1), monday + day);
    EXPECT_THAT(told(), ElementsAre("served_over_entitled p1 2026-04-09 4 3"));
    lines.clear();
    serve(senior(1), monday);
    serve(senior(1), monday, MealSlot::dinner);
    EXPECT_THAT(told(), ElementsAre("served_over_entitled p1 2026-04-06 2 1"));
}

TEST_F(EditCheck, AWeekIsCountedFromMonday) {
    for (const int day : {4, 5, 6, 7, 8}) serve(senior(1), monday + day);
    EXPECT_THAT(told(), IsEmpty());
}

TEST_F(EditCheck, AStepWithoutALimitEntitlesToAnyNumber) {
    std::get<SubsidyStep>(scheme.versions[0].steps[0]).terms.limits = {};
    for (int day = 0; day < 5; ++day)
        for (auto slot : meal_slots) serve(senior(1), monday + day, slot);
    EXPECT_THAT(told(), IsEmpty());
}

TEST_F(EditCheck, MoreMealsThanTheCanteenWasOpenForAreTold) {
    std::get<SubsidyStep>(scheme.versions[0].steps[0]).terms.limits = {};
    std::get<SubsidyStep>(scheme.versions[0].steps[0]).terms.limits.per_slot = 1;
    for (auto slot : meal_slots) serve(senior(1), monday, slot);
    EXPECT_THAT(told(), IsEmpty());
    serve(senior(1), monday, MealSlot::dinner);
    EXPECT_THAT(told(), ::testing::Contains("over_open_days p1 4 3"));
    see({}, monday + 1, till(1), {15'00});
    EXPECT_THAT(told(), ::testing::Not(::testing::Contains("over_open_days p1 4 3")));
}

TEST_F(EditCheck, ACorrectionAndAMealAskedForBeforeAreNotServedAgain) {
    serve(senior(1), monday);
    serve(senior(1), monday).asked_before = {3'00};
    serve(senior(1), monday).share = {-6'00};
    EXPECT_THAT(told(), IsEmpty());
}

TEST_F(EditCheck, AMealIsHeldAgainstThoseThatEarlierClaimsAskedFor) {
    serve(senior(1), monday);
    for (int day = 0; day < 3; ++day) serve(senior(1), monday + day);
    for (auto& line : lines) line.asked_before = line.share, line.share = {};
    lines[0].asked_before = {};
    lines[0].share = {6'00};
    earlier.assign(lines.begin() + 1, lines.end());
    lines.resize(1);
    EXPECT_THAT(told(), ElementsAre("double_use p1 2026-04-06 lunch 2", "served_over_entitled p1 2026-04-06 2 1",
                                    "served_over_entitled p1 2026-04-08 4 3"));
    lines.clear();
    EXPECT_THAT(told(), IsEmpty()) << "what was asked before was looked at before";
}

TEST_F(EditCheck, ALimitCountsOverAllStepsAndVersions) {
    scheme.versions.push_back(scheme.versions[0]);
    scheme.versions[1].id = "2";
    scheme.versions[1].steps.push_back(scheme.versions[1].steps[0]);
    for (int day = 0; day < 4; ++day) serve(senior(1), monday + day);
    lines[2].version = lines[3].version = "2";
    lines[3].steps = {1};
    EXPECT_THAT(told(), ElementsAre("served_over_entitled p1 2026-04-09 4 3"));
}

TEST_F(EditCheck, AMonthsLimitAndThatOfAnyKindOfStepAreLookedAt) {
    StepTerms terms;
    terms.limits.per_month = 4;
    scheme.versions[0].steps = {FixedPriceStep{"district", {{{}, {15'00}, {9'00}}}, terms}};
    for (int week = 0; week < 2; ++week)
        for (int day = 0; day < 3; ++day) serve(senior(1), monday + week * 7 + day);
    EXPECT_THAT(told(), ElementsAre("served_over_entitled p1 2026-04-15 6 4"));
}

TEST_F(EditCheck, WhatPaysForTheDeliveryEntitlesToNoMeal) {
    scheme.versions[0].steps.push_back(DeliveryFeeStep{"district", {{{}, {3'00}}}});
    serve(senior(1), monday);
    serve(senior(1), monday, MealSlot::dinner).steps = {0, 1};
    EXPECT_THAT(told(), ::testing::Contains("over_open_days p1 2 1"));
}

TEST_F(EditCheck, AMealAfterTheGuestDiedIsToldWithoutTheDayHeDied) {
    members[senior(1)].died = monday;
    for (int day = 0; day < 3; ++day) serve(senior(1), monday + day);
    EXPECT_THAT(told(), ElementsAre("after_death p1 2"));
}

TEST_F(EditCheck, AMealAfterTheGuestMovedAwayIsTold) {
    members[senior(1)].hukou = {{here, {{}, monday}}, {elsewhere, {monday + 1, {}}}};
    for (int day = 0; day < 3; ++day) serve(senior(1), monday + day);
    EXPECT_THAT(told(), ElementsAre("after_move p1 2"));
}

TEST_F(EditCheck, AMoveOfWhoMustLiveThereIsTold) {
    Condition lives_here;
    lives_here.residence_within = SharedArea::street;
    std::get<SubsidyStep>(scheme.versions[0].steps[0]).classes[0].who = {lives_here};
    members[senior(1)].residence = {{here, {{}, monday}}, {elsewhere, {monday + 1, {}}}};
    for (int day = 0; day < 3; ++day) serve(senior(1), monday + day);
    EXPECT_THAT(told(), ElementsAre("after_move p1 2"));
}

TEST_F(EditCheck, AMealThatTheFactsOfNowDoNotBearOutIsTold) {
    Condition of_category;
    of_category.any_tag = {"dibao"};
    std::get<SubsidyStep>(scheme.versions[0].steps[0]).classes[0].who = {of_category};
    members[senior(1)].tags = {{"dibao", {{}, monday}}};
    for (int day = 0; day < 3; ++day) serve(senior(1), monday + day);
    EXPECT_THAT(told(), ElementsAre("not_entitled p1 2"));
}

TEST_F(EditCheck, TwoRecordsOfOneIdNumberThatWereBothServedAreTold) {
    for (const auto id : {senior(2), senior(3)}) move_in(id);
    members[senior(1)].id_number = members[senior(2)].id_number = "99999918840229102X";
    for (const auto id : {senior(1), senior(2), senior(3)}) serve(id, monday);
    EXPECT_THAT(told(), ElementsAre("same_person p2 p1"));
    members[senior(2)].id_number = "";
    EXPECT_THAT(told(), IsEmpty()) << "not to have one is nothing in common";
}

TEST_F(EditCheck, AMoveWithinTheAreaThatIsAskedForIsNoMove) {
    members[senior(1)].hukou = {{here, {{}, monday}}, {"510117002", {monday + 1, {}}}};
    serve(senior(1), monday + 1);
    EXPECT_THAT(told(), IsEmpty());
}

TEST_F(EditCheck, WhomNobodyEverSawPayIsTold) {
    for (int day = 0; day < 3; ++day) serve(senior(1), monday + day);
    EXPECT_THAT(told(), IsEmpty());
    seen = OrdersSeen(district);
    for (int day = 0; day < 3; ++day) see({}, monday + day, till(1), {15'00});
    for (int day = 0; day < 2; ++day) see(senior(1), monday + day, till(1), {});
    EXPECT_THAT(told(), IsEmpty()) << "two meals say nothing";
    see(senior(1), monday + 2, till(1), {});
    EXPECT_THAT(told(), ElementsAre("never_seen_otherwise p1 3"));
    auto paid = seen;
    see(senior(1), monday + 3, till(2), {});
    EXPECT_THAT(told(), IsEmpty()) << "seen at another till";
    seen = paid;
    see(senior(1), monday + 3, till(1), {1});
    EXPECT_THAT(told(), IsEmpty()) << "paid a fen himself";
}

TEST_F(EditCheck, ATillAndAnHourThatStandOutAreTold) {
    std::uint8_t guest = 0;
    for (int day = 0; day < 3; ++day)
        for (int n = 0; n < 7; ++n) serve(senior(++guest), monday + day);
    for (int n = 0; n < 22; ++n) serve(senior(++guest), monday + 3);
    EXPECT_THAT(told(), ElementsAre("spike_hour 2026-04-09 11 22 7",
                                    "spike_till 01000000000000000000000000000000 2026-04-09 22 7"));
    lines.pop_back();
    EXPECT_THAT(told(), IsEmpty()) << "three times the usual is not more";
}

TEST_F(EditCheck, AnHourAndATillThatServedOnOneDayOfManyStandOut) {
    std::uint8_t guest = 0;
    for (int day = 0; day < 10; ++day) serve(senior(++guest), monday + day);
    for (int n = 0; n < 20; ++n) {
        auto& line = serve(senior(++guest), monday + 3);
        line.sold_at = instant_at_site(monday + 3, {23 * 60});
        line.device = till(2);
    }
    EXPECT_THAT(told(), ElementsAre("spike_hour 2026-04-09 23 20 0",
                                    "spike_till 02000000000000000000000000000000 2026-04-09 20 0"));
    for (auto& line : lines) {
        if (line.meal.date != monday + 9) continue;
        line.meal.date = monday;
    }
    EXPECT_THAT(told(), IsEmpty()) << "one day of nine may be usual";
}

TEST_F(EditCheck, SmallNumbersVaryByChance) {
    std::uint8_t guest = 0;
    for (int day = 0; day < 3; ++day) serve(senior(++guest), monday + day);
    for (int n = 0; n < 19; ++n) serve(senior(++guest), monday + 3);
    EXPECT_THAT(told(), IsEmpty());
}

TEST_F(EditCheck, TheGravestComeFirstAndWhatIsLeftOutIsCounted) {
    for (int n = 0; n < 210; ++n) {
        const auto id = senior(static_cast<std::uint8_t>(n + 2));
        members[id].died = monday + -1;
        serve(id, monday + n % 5);
    }
    serve(senior(1), monday);
    serve(senior(1), monday);
    const auto findings = check();
    ASSERT_EQ(findings.size(), max_claim_findings + 1);
    EXPECT_EQ(findings[0].code, FindingCode::after_death);
    EXPECT_EQ(findings.back().code, FindingCode::more_findings);
    EXPECT_EQ(findings.back().params.at(0).value, "12");
    for (std::uint32_t n = 0; n < findings.size(); ++n) EXPECT_EQ(findings[n].number, n + 1);
}

TEST_F(EditCheck, AnEarlierMonthForWhichNobodyHandedAClaimInIsTold) {
    unclaimed = {{*parse_date("2026-02-01"), 3, {18'00}}};
    EXPECT_THAT(told(), ElementsAre("never_claimed 2026-02 3 1800"));
}

TEST_F(EditCheck, WhoWasErasedIsStillCounted) {
    members.clear();
    serve(senior(1), monday);
    serve(senior(1), monday);
    EXPECT_FALSE(told().empty());
}

}  // namespace
}  // namespace canteen
