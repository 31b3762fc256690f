#include "canteen/domain/model/facts.h"

#include <gtest/gtest.h>

#include "tests/domain/support/town.h"

namespace canteen {
namespace {

Member eighty() {
    Member member;
    member.born = day("1946-04-14");
    return member;
}

TEST(Facts, a_hukou_shares_the_smallest_area_both_codes_name) {
    EXPECT_EQ(shared_area("510117005", "510117005"), SharedArea::street);
    EXPECT_EQ(shared_area("510117005", "510117006"), SharedArea::district);
    EXPECT_EQ(shared_area("510117005", "510117"), SharedArea::district) << "only the district is known";
    EXPECT_EQ(shared_area("510117005", "510104020"), SharedArea::city);
    EXPECT_EQ(shared_area("510117005", "5101"), SharedArea::city);
    EXPECT_EQ(shared_area("510117005", "510703001"), SharedArea::none) << "another city of the province";
    EXPECT_EQ(shared_area("510117005", "51"), SharedArea::none);
    EXPECT_EQ(shared_area("510117005", ""), SharedArea::none);
    EXPECT_EQ(shared_area("", "510117005"), SharedArea::none);
}

TEST(Facts, a_municipality_is_one_city_and_a_county_under_its_province_another) {
    EXPECT_EQ(shared_area("500103001", "500229100"), SharedArea::city) << "a county of Chongqing";
    EXPECT_EQ(shared_area("310107001", "31"), SharedArea::city);
    EXPECT_EQ(shared_area("429004001", "429005001"), SharedArea::none) << "Xiantao and Qianjiang are two cities";
    EXPECT_EQ(shared_area("429004001", "429004002"), SharedArea::district);
}

TEST(Facts, age_is_in_completed_years_on_the_date) {
    EXPECT_EQ(facts_on(eighty(), deyuan, day("2026-04-13")).years, 79);
    EXPECT_EQ(facts_on(eighty(), deyuan, day("2026-04-14")).years, 80);
}

TEST(Facts, hukou_tags_and_approvals_count_only_while_they_are_valid) {
    Member member = eighty();
    member.hukou = {{"510117005", {{}, day("2026-04-30")}}, {"510104020", {day("2026-05-01"), {}}}};
    member.tags = {{"dibao", {day("2026-01-01"), day("2026-04-30")}}, {"living_alone", {}}};
    member.approvals = {{"tj-2019-2024", {day("2026-04-15"), {}}}};

    const Facts facts_in_april = facts_on(member, deyuan, day("2026-04-14"));
    EXPECT_EQ(facts_in_april.hukou, SharedArea::street);
    EXPECT_EQ(facts_in_april.tags, (std::set<std::string>{"dibao", "living_alone"}));
    EXPECT_TRUE(facts_in_april.approved.empty());

    const Facts facts_in_may = facts_on(member, deyuan, day("2026-05-01"));
    EXPECT_EQ(facts_in_may.hukou, SharedArea::city) << "moved within the city";
    EXPECT_EQ(facts_in_may.tags, std::set<std::string>{"living_alone"});
    EXPECT_EQ(facts_in_may.approved, std::set<std::string>{"tj-2019-2024"});
}

TEST(Facts, a_resident_lives_in_the_area_served) {
    Member member = eighty();
    member.residence = {{"510117006", {day("2026-04-01"), {}}}};
    const SiteAreas serves_pidu{"510117005", "510117"};
    EXPECT_FALSE(facts_on(member, deyuan, day("2026-04-14")).resident) << "the next street";
    EXPECT_TRUE(facts_on(member, serves_pidu, day("2026-04-14")).resident);
    EXPECT_FALSE(facts_on(member, serves_pidu, day("2026-03-31")).resident) << "not yet moved in";
    EXPECT_FALSE(facts_on(member, {"", ""}, day("2026-04-14")).resident) << "a site without area has no residents";
}

TEST(Facts, a_residence_shares_the_smallest_area_with_the_site_while_it_lasts) {
    Member member = eighty();
    member.residence = {{"510117006", {{}, day("2026-04-30")}}, {"510104020", {}}};
    EXPECT_EQ(facts_on(member, deyuan, day("2026-04-14")).residence, SharedArea::district);
    EXPECT_EQ(facts_on(member, deyuan, day("2026-05-01")).residence, SharedArea::city);
}

TEST(Facts, say_also_what_held_on_the_last_day_of_the_month_before) {
    Member member = eighty();
    member.born = day("1946-04-10");
    member.approvals = {{"town", {day("2026-03-31"), day("2026-04-20")}}};
    const Facts facts_in_april = facts_on(member, deyuan, day("2026-04-14"));
    EXPECT_EQ(facts_in_april.years, 80);
    EXPECT_EQ(facts_in_april.years_last_month, 79);
    EXPECT_EQ(facts_in_april.approved_last_month, std::set<std::string>{"town"});
    const Facts facts_in_may = facts_on(member, deyuan, day("2026-05-01"));
    EXPECT_EQ(facts_in_may.years_last_month, 80);
    EXPECT_TRUE(facts_in_may.approved.empty());
}

TEST(Facts, whoever_stays_in_an_institution_has_its_category_meanwhile) {
    Member member = eighty();
    member.stays = {{"敬老院", {day("2026-04-10"), day("2026-04-14")}}};
    EXPECT_FALSE(facts_on(member, deyuan, day("2026-04-09")).tags.contains(institution_tag));
    EXPECT_TRUE(facts_on(member, deyuan, day("2026-04-14")).tags.contains(institution_tag));
    EXPECT_FALSE(facts_on(member, deyuan, day("2026-04-15")).tags.contains(institution_tag));
}

}  // namespace
}  // namespace canteen
