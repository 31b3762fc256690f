#include "canteen/domain/subsidy/entitle.h"

#include <gtest/gtest.h>

#include "tests/domain/support/town.h"

namespace canteen {
namespace {

Who aged(int from) {
    Condition condition;
    condition.age_from = from;
    return {condition};
}

// Two classes; the second has a share for people of the street only.
Scheme town_scheme() {
    SubsidyStep step;
    step.terms.limits.per_day = 1;
    step.classes = {
        {"80+", aged(80), {}, {{fixed("gov", 300), {}}}},
        {"60+", aged(60), MinSpend{{1300}}, {{fixed("gov", 200), {}}, {fixed("town", 100), SharedArea::street}}}};
    SchemeVersion version{"2026", {day("2026-01-01"), {}}, {step}, {}};
    return {"town", "Town", "", "made up", {version}, ""};
}

const SubsidyRight& only_right(const RightSheet& sheet) {
    return std::get<SubsidyRight>(sheet.schemes.at(0).steps.at(0).what);
}

TEST(Entitle, a_sheet_carries_what_the_till_needs_and_no_more) {
    const Member member = granny();
    const Scheme scheme = town_scheme();
    const RightSheet sheet = entitle(&member, deyuan, {&scheme}, {}, day("2026-04-13"), 77);
    EXPECT_EQ(sheet.version, 77u);
    EXPECT_EQ(sheet.member, member.id);
    EXPECT_EQ(sheet.member_number, "0042");
    EXPECT_EQ(sheet.name, "Wang");
    EXPECT_EQ(sheet.last_four, "123X");
    ASSERT_EQ(sheet.schemes.size(), 1u);
    EXPECT_EQ(sheet.schemes[0].scheme, "town");
    EXPECT_EQ(sheet.schemes[0].version, "2026");
    EXPECT_EQ(only_right(sheet).terms.limits.per_day, 1u);
}

TEST(Entitle, only_matching_classes_stay_with_their_own_shares_and_do_not_tell_which_they_are) {
    const Member member = granny();
    const Scheme scheme = town_scheme();
    const RightSheet sheet = entitle(&member, deyuan, {&scheme}, {}, day("2026-04-13"), 1);
    ASSERT_EQ(only_right(sheet).classes.size(), 1u) << "79 years old";
    const SheetClass& sixty = only_right(sheet).classes[0];
    EXPECT_EQ(sixty.id, 0u) << "the first on the sheet, the second in the file";
    EXPECT_EQ(sixty.min_spend, MinSpend{{1300}});
    EXPECT_EQ(sixty.benefits, std::vector<Benefit>{fixed("gov", 200)}) << "the town pays for its own people only";
}

TEST(Entitle, how_classes_are_chosen_when_a_step_applies_and_how_the_guest_must_be_known_stand_on_the_sheet) {
    Scheme scheme = town_scheme();
    auto& version = scheme.versions[0];
    version.identification = {Identified::card, Identified::face};
    std::get<SubsidyStep>(version.steps[0]).choose = Choose::sum;
    const StepTerms terms{
        {MealSlot::lunch}, {DayKind::workday}, {ServiceMode::dine_in}, {1, {}, {}}, MinSpend{{800}, true, true}};
    version.steps.push_back(DiscountStep{"canteen", {{{}, 90, {}}}, {}, terms});
    const Member member = granny();
    const auto sheet = entitle(&member, deyuan, {&scheme}, {}, day("2026-04-13"), 1).schemes.at(0);
    EXPECT_EQ(sheet.identification, version.identification);
    EXPECT_EQ(std::get<SubsidyRight>(sheet.steps.at(0).what).choose, Choose::sum);
    EXPECT_EQ(sheet.steps.at(0).terms, StepTerms{});
    EXPECT_EQ(sheet.steps.at(1).terms, terms);
}

TEST(Entitle, a_benefit_for_inhabitants_of_an_area_is_for_those_who_live_there) {
    Scheme scheme = town_scheme();
    for (auto& c : std::get<SubsidyStep>(scheme.versions[0].steps[0]).classes)
        c.benefits = {{{"gov", FixedBenefit{{200}}}, {}},
                      {{"district", FixedBenefit{{100}}}, {}, SharedArea::district}};
    Member member = granny();
    const auto benefits = [&] {
        return only_right(entitle(&member, deyuan, {&scheme}, {}, day("2026-04-13"), 1)).classes.at(0).benefits.size();
    };
    EXPECT_EQ(benefits(), 1U);
    member.residence = {{"510117006", {}}};
    EXPECT_EQ(benefits(), 2U);
}

TEST(Entitle, a_class_left_without_any_benefit_is_left_out) {
    Scheme scheme = town_scheme();
    auto& step = std::get<SubsidyStep>(scheme.versions[0].steps[0]);
    for (auto& c : step.classes) {
        for (auto& benefit : c.benefits) benefit.hukou_within = SharedArea::street;
    }
    const Member member = granny();
    EXPECT_TRUE(entitle(&member, deyuan, {&scheme}, {}, day("2026-04-14"), 1).schemes.empty());
}

TEST(Entitle, nothing_is_due_outside_every_version) {
    const Member member = granny();
    const Scheme scheme = town_scheme();
    EXPECT_TRUE(entitle(&member, deyuan, {&scheme}, {}, day("2025-12-31"), 1).schemes.empty());
}

TEST(Entitle, steps_keep_their_places_and_schemes_their_order) {
    Scheme first = town_scheme();
    first.id = "first";
    first.versions[0].steps.insert(first.versions[0].steps.begin(), DiscountStep{"canteen", {{aged(100), 90, {}}}});
    const Scheme second = town_scheme();
    const Member member = granny();
    const RightSheet sheet = entitle(&member, deyuan, {&first, &second}, {}, day("2026-04-14"), 1);
    ASSERT_EQ(sheet.schemes.size(), 2u);
    EXPECT_EQ(sheet.schemes[0].scheme, "first");
    ASSERT_EQ(sheet.schemes[0].steps.size(), 1u);
    EXPECT_EQ(sheet.schemes[0].steps[0].index, 1u);
}

TEST(Entitle, every_kind_of_step_is_resolved) {
    Scheme scheme = town_scheme();
    scheme.versions[0].steps = {
        DiscountStep{"canteen", {{aged(60), 90, {}}, {aged(60), {}, {0, 50}}, {aged(90), 10, {}}}},
        FixedPriceStep{"gov", {{aged(80), {1500}, {900}}, {aged(60), {1500}, {1200}}}},
        QuotaStep{"town", {5000}, {aged(90), aged(60)}},
        DeliveryFeeStep{"gov", {{aged(60), {200}}, {aged(70), {400}}, {aged(60), {300}}}}};
    const Member member = granny();
    const auto steps = entitle(&member, deyuan, {&scheme}, {}, day("2026-04-13"), 1).schemes.at(0).steps;
    ASSERT_EQ(steps.size(), 4u);
    EXPECT_EQ(std::get<std::vector<DiscountRight>>(steps[0].what),
              (std::vector<DiscountRight>{{"canteen", 90, {}}, {"canteen", {}, {0, 50}}}));
    EXPECT_EQ(std::get<std::vector<FixedPriceRight>>(steps[1].what),
              (std::vector<FixedPriceRight>{{"gov", {1500}, {1200}}}));
    EXPECT_EQ(std::get<QuotaRight>(steps[2].what), (QuotaRight{"town", {5000}}));
    EXPECT_EQ(std::get<DeliveryFeeRight>(steps[3].what), (DeliveryFeeRight{"gov", {400}})) << "the highest";
}

TEST(Entitle, a_guest_without_number_gets_only_what_is_for_everyone) {
    Scheme scheme = town_scheme();
    scheme.versions[0].steps.push_back(DiscountStep{"canteen", {{{}, 90, {}}}});
    const RightSheet sheet = entitle(nullptr, deyuan, {&scheme}, {}, day("2026-04-14"), 1);
    EXPECT_FALSE(sheet.has_number());
    ASSERT_EQ(sheet.schemes.at(0).steps.size(), 1u);
    EXPECT_EQ(sheet.schemes[0].steps[0].index, 1u);
}

TEST(Entitle, neighbouring_dates_that_say_the_same_are_one_sheet) {
    Member member = granny();
    member.tags = {{"dibao", {day("2026-04-16"), day("2026-04-18")}}};  // nobody asks for it here
    const Scheme scheme = town_scheme();
    const auto sheets = entitle(&member, deyuan, {&scheme}, {}, day("2026-04-10"), day("2026-04-23"), 5);
    ASSERT_EQ(sheets.size(), 2u) << "she turns 80 on the 14th";
    EXPECT_EQ(sheets[0].from, day("2026-04-10"));
    EXPECT_EQ(sheets[0].to, day("2026-04-13"));
    EXPECT_EQ(sheets[1].from, day("2026-04-14"));
    EXPECT_EQ(sheets[1].to, day("2026-04-23"));
    EXPECT_TRUE(entitle(&member, deyuan, {&scheme}, {}, day("2026-04-10"), day("2026-04-09"), 5).empty());
}

TEST(Entitle, a_new_version_of_a_scheme_begins_a_new_sheet) {
    Scheme scheme = town_scheme();
    scheme.versions[0].effective.to = day("2026-04-15");
    SchemeVersion next = scheme.versions[0];
    next.id = "2027";
    next.effective = {day("2026-04-16"), {}};
    scheme.versions.push_back(next);
    const Member member = granny();
    const auto sheets = entitle(&member, deyuan, {&scheme}, {}, day("2026-04-14"), day("2026-04-17"), 5);
    ASSERT_EQ(sheets.size(), 2u);
    EXPECT_EQ(sheets[1].from, day("2026-04-16"));
    EXPECT_EQ(sheets[1].schemes[0].version, "2027");
}

TEST(Entitle, what_any_version_limits_by_month_or_year_is_counted_in_every_version) {
    SubsidyStep now, later;
    now.classes = later.classes = {{"all", {}, {}, {{{"gov", FixedBenefit{{600}}}, {}}}}};
    later.terms.limits.per_month = 20;
    DiscountStep discount{"canteen", {{{}, 90, {}}}};
    discount.terms.limits.given_per_year = Fen{10'000};
    const Date change = parse_date("2026-07-01").value();
    const Scheme scheme{
        "s", "S", "", "made up", {{"1", {{}, change + -1}, {now}, {}}, {"2", {change, {}}, {later, discount}, {}}}, ""};
    const auto sheet = rights_in(scheme, scheme.versions[0], Facts{});
    EXPECT_EQ(sheet.counted, (std::vector<UseKind>{UseKind::per_month, UseKind::given_year}));
}

TEST(Entitle, after_the_day_of_death_nothing_is_given_also_not_what_is_for_everyone) {
    Scheme scheme = town_scheme();
    scheme.versions[0].steps.push_back(DiscountStep{"canteen", {{{}, 90, {}}}});
    Member member = granny();
    member.died = day("2026-04-15");
    member.employments = {{"acme", {}}};
    const std::map<std::string, Employer> employers{{"acme", {"acme", "Acme", "", {}, true, {}}}};
    EXPECT_FALSE(entitle(&member, deyuan, {&scheme}, employers, day("2026-04-15"), 1).schemes.empty());
    const RightSheet after = entitle(&member, deyuan, {&scheme}, employers, day("2026-04-16"), 1);
    EXPECT_TRUE(after.schemes.empty());
    EXPECT_TRUE(after.employers.empty());
    EXPECT_EQ(after.member, member.id) << "who is still known by name";
}

TEST(Entitle, a_sheet_says_by_what_the_holder_is_known_and_what_he_must_not_eat) {
    Member member = granny();
    const Date long_ago = day("2025-01-01");
    member.cards = {{"C1", CardState::lost, long_ago},
                    {"C2", CardState::active, long_ago},
                    {"C3", CardState::replaced, long_ago},
                    {"C4", CardState::active, long_ago}};
    member.allergens = {1, 5};
    member.diet = static_cast<DietFlags>(DietFlag::soft);
    const RightSheet sheet = entitle(&member, deyuan, {}, {}, day("2026-04-14"), 1);
    EXPECT_EQ(sheet.cards, (std::vector<std::string>{"C2", "C4"}));
    EXPECT_EQ(sheet.allergens, member.allergens);
    EXPECT_EQ(sheet.diet, member.diet);
}

TEST(Entitle, carers_and_employers_of_other_dates_begin_a_new_sheet) {
    MemberId daughter;
    daughter.bytes[0] = 2;
    Member member = granny();
    member.carers = {{"女儿", "", daughter, {day("2026-04-12"), {}}}};
    member.employments = {{"acme", {{}, day("2026-04-13")}}};
    const std::map<std::string, Employer> employers{{"acme", {"acme", "Acme", "", {}, true, {}}}};
    const auto sheets = entitle(&member, deyuan, {}, employers, day("2026-04-10"), day("2026-04-20"), 1);
    ASSERT_EQ(sheets.size(), 3u);
    EXPECT_TRUE(sheets[0].carers.empty());
    EXPECT_EQ(sheets[0].employers.size(), 1u);
    EXPECT_EQ(sheets[1].from, day("2026-04-12"));
    EXPECT_EQ(sheets[1].carers, std::vector<MemberId>{daughter});
    EXPECT_EQ(sheets[2].from, day("2026-04-14"));
    EXPECT_TRUE(sheets[2].employers.empty());
    EXPECT_EQ(sheets[2].to, day("2026-04-20"));
}

TEST(Entitle, an_employer_gives_while_he_and_the_employment_last) {
    Allowance allowance;
    allowance.lunch = {15'00};
    std::map<std::string, Employer> employers;
    employers["acme"] = {"acme", "Acme", "tax", allowance, true, {{}, day("2026-04-15")}};
    Member member = granny();
    member.employments = {{"acme", {day("2026-04-14"), {}}}, {"acme", {}}, {"gone", {}}};
    const auto on = [&](const char* date) { return entitle(&member, deyuan, {}, employers, day(date), 1).employers; };
    EXPECT_EQ(on("2026-04-15"), (std::vector<EmployerRight>{{"acme", "Acme", true, allowance}})) << "once";
    EXPECT_TRUE(on("2026-04-16").empty()) << "the agreement has ended";
}

}  // namespace
}  // namespace canteen
