#include "canteen/domain/office/volunteering.h"

#include "canteen/domain/ledger/points_ledger.h"
#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

class Volunteering : public CanteenFixture {
protected:
    std::uint32_t earned(std::uint32_t minutes) {
        return the<HoursRecorded>(happens(RecordHours{served(minutes)})).hours.points;
    }
    VolunteerHours served(std::uint32_t minutes) const { return {neighbour, today, minutes, "送餐", 99}; }
    PointsRule rule = fifty_fen_a_point();
};

TEST_F(Volunteering, earns_points_by_the_hour_rounded_down_an_activity_up_to_its_most) {
    rule.points_per_hour = 3;
    happens(SetPointsRule{rule});
    EXPECT_EQ(earned(50), 2U);
    EXPECT_EQ(earned(120), 6U);
    EXPECT_EQ(earned(240), 6U) << "two hours count at most";
    EXPECT_EQ(points(neighbour), 14);
}

TEST_F(Volunteering, of_minutes_that_earn_nothing_is_recorded_all_the_same) {
    const auto events = happens(RecordHours{served(20)});
    EXPECT_EQ(the<HoursRecorded>(events).hours.points, 0U);
    EXPECT_EQ(count_of<PointsPosted>(events), 0U);
}

TEST_F(Volunteering, gives_nothing_beyond_what_a_member_may_hold) {
    rule.points_per_hour = 60;
    rule.most_points = 100;
    happens(SetPointsRule{rule});
    give_points(neighbour, 70);
    EXPECT_EQ(earned(60), 30U);
    EXPECT_EQ(earned(60), 0U);
    EXPECT_EQ(points(neighbour), 100);
}

TEST_F(Volunteering, is_of_a_known_member_at_a_time_that_was_and_named) {
    const auto why = [&](VolunteerHours hours) { return refused(RecordHours{std::move(hours)}).code; };
    auto hours = served(60);
    hours.member = id_of<MemberId>(99);
    EXPECT_EQ(why(hours), RejectionCode::member_unknown);
    hours = served(0);
    EXPECT_EQ(why(hours), RejectionCode::amount_invalid);
    hours = served(24 * 60 + 1);
    EXPECT_EQ(why(hours), RejectionCode::amount_invalid);
    hours = served(60);
    hours.date = today + 1;
    EXPECT_EQ(why(hours), RejectionCode::amount_invalid);
    hours = served(60);
    hours.activity = "";
    EXPECT_EQ(why(hours), RejectionCode::text_invalid);
    hours.activity = "送\t餐";
    EXPECT_EQ(why(hours), RejectionCode::text_invalid);
}

TEST_F(Volunteering, points_that_can_be_spent_have_somebody_who_pays_for_them) {
    happens(SetPointsRule{rule});
    EXPECT_TRUE(happens(SetPointsRule{rule}).empty()) << "nothing differs";
    rule.funder = "";
    EXPECT_EQ(refused(SetPointsRule{rule}).code, RejectionCode::amount_invalid);
    rule.fen_per_point = {};
    happens(SetPointsRule{rule});
    rule.points_per_hour = 0;
    EXPECT_EQ(refused(SetPointsRule{rule}).code, RejectionCode::amount_invalid);
    rule = fifty_fen_a_point();
    rule.spendable_from = rule.most_points + 1;
    EXPECT_EQ(refused(SetPointsRule{rule}).code, RejectionCode::amount_invalid);
}

// Otherwise what a scheme's payer owes and what the points' funder owes would be one account.
TEST_F(Volunteering, and_no_scheme_takes_the_accounts_of_points) {
    for (const auto* name : {"points", "points/street"}) {
        Scheme scheme = six_a_day();
        scheme.id = name;
        EXPECT_EQ(refused(ImportScheme{scheme, 7}).code, RejectionCode::text_invalid);
    }
    Scheme scheme = six_a_day();
    scheme.id = "points-of-joy";
    happens(ImportScheme{scheme, 7});
}

TEST_F(Volunteering, pays_by_as_many_points_as_the_sum_needs) {
    EXPECT_EQ(points_for(rule, {10'00}), 20);
    EXPECT_EQ(points_for(rule, {10'01}), 21);
    EXPECT_EQ(points_for(rule, {0}), 0);
    rule.fen_per_point = {};
    EXPECT_FALSE(points_for(rule, {10'00}));
    rule.spendable_from = 30;
    EXPECT_EQ(spendable(rule, 29), 0);
    EXPECT_EQ(spendable(rule, 30), 30);
}

}  // namespace
}  // namespace canteen
