#include "canteen/domain/model/eligibility.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

Facts senior() {
    Facts facts;
    facts.years = 72;
    facts.hukou = SharedArea::district;
    facts.resident = true;
    facts.approved = {"ours"};
    facts.tags = {"dibao", "living_alone"};
    return facts;
}

bool one_matches(const Condition& condition, const Facts& facts = senior()) {
    return matches({condition}, facts, "ours");
}

TEST(Who, an_empty_list_and_an_empty_condition_match_everyone) {
    EXPECT_TRUE(matches({}, Facts{}, "ours"));
    EXPECT_TRUE(one_matches({}, Facts{}));
}

TEST(Who, any_condition_is_enough_and_inside_one_all_must_hold) {
    Condition old_enough, too_old, right_age_wrong_tag;
    old_enough.age_from = 60;
    too_old.age_from = 80;
    right_age_wrong_tag.age_from = 60;
    right_age_wrong_tag.any_tag = {"youfu"};
    EXPECT_TRUE(matches({too_old, old_enough}, senior(), "ours"));
    EXPECT_FALSE(matches({too_old, right_age_wrong_tag}, senior(), "ours"));
}

TEST(Who, an_age_band_includes_both_its_ends_and_no_unknown_age) {
    Condition band;
    band.age_from = 60;
    band.age_to = 72;
    Facts facts = senior();
    for (const auto& [years, in] : {std::pair{59, false}, {60, true}, {72, true}, {73, false}}) {
        facts.years = years;
        EXPECT_EQ(one_matches(band, facts), in) << years;
    }
    EXPECT_FALSE(one_matches(band, Facts{}));
}

TEST(Who, hukou_within_an_area_holds_for_smaller_areas_too) {
    Condition condition;
    for (const auto& [area, in] :
         {std::pair{SharedArea::city, true}, {SharedArea::district, true}, {SharedArea::street, false}}) {
        condition.hukou_within = area;
        EXPECT_EQ(one_matches(condition), in);
    }
}

TEST(Who, hukou_outside_an_area_holds_for_larger_areas_and_elsewhere) {
    Condition condition;
    condition.hukou_outside = SharedArea::district;
    Facts facts = senior();
    for (const auto& [hukou, outside] : {std::pair{SharedArea::none, true},
                                         {SharedArea::city, true},
                                         {SharedArea::district, false},
                                         {SharedArea::street, false}}) {
        facts.hukou = hukou;
        EXPECT_EQ(one_matches(condition, facts), outside);
    }
}

TEST(Who, residence_within_an_area_holds_for_smaller_areas_too) {
    Condition condition;
    condition.residence_within = SharedArea::district;
    Facts facts = senior();
    for (const auto& [residence, in] :
         {std::pair{SharedArea::none, false}, {SharedArea::city, false}, {SharedArea::district, true}}) {
        facts.residence = residence;
        EXPECT_EQ(one_matches(condition, facts), in);
    }
}

TEST(Who, residence_and_the_approval_of_this_very_scheme_are_asked_for) {
    Condition resident, approved, stranger;
    resident.resident = true;
    approved.approved = true;
    stranger.resident = false;
    EXPECT_TRUE(one_matches(resident));
    EXPECT_TRUE(one_matches(approved));
    EXPECT_FALSE(one_matches(stranger));
    EXPECT_FALSE(matches({approved}, senior(), "another"));
    EXPECT_FALSE(one_matches(resident, Facts{}));
}

TEST(Who, tags_are_asked_for_by_any_all_and_none) {
    Condition any, all, none;
    any.any_tag = {"youfu", "dibao"};
    all.all_tags = {"dibao", "living_alone"};
    none.no_tag = {"in_institution"};
    EXPECT_TRUE(one_matches(any));
    EXPECT_TRUE(one_matches(all));
    EXPECT_TRUE(one_matches(none));
    any.any_tag = {"youfu"};
    all.all_tags = {"dibao", "youfu"};
    none.no_tag = {"in_institution", "dibao"};
    EXPECT_FALSE(one_matches(any));
    EXPECT_FALSE(one_matches(all));
    EXPECT_FALSE(one_matches(none));
}

TEST(Who, a_right_may_begin_with_the_month_after_the_birthday_or_the_approval) {
    Condition from_next_month;
    from_next_month.age_from = 80;
    from_next_month.age_from_next_month = true;
    Facts facts;
    facts.years = 80;
    facts.years_last_month = 79;
    EXPECT_FALSE(matches({from_next_month}, facts, "town"));
    facts.years_last_month = 80;
    EXPECT_TRUE(matches({from_next_month}, facts, "town"));

    Condition approved;
    approved.approved = true;
    approved.approval_from_next_month = true;
    facts.approved = {"town"};
    EXPECT_FALSE(matches({approved}, facts, "town")) << "approved this month";
    facts.approved_last_month = {"town"};
    EXPECT_TRUE(matches({approved}, facts, "town"));
    facts.approved.clear();
    EXPECT_FALSE(matches({approved}, facts, "town")) << "an approval that ends, ends on its day";
}

}  // namespace
}  // namespace canteen
