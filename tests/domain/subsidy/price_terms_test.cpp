// Steps apply by their terms: what each kind may ask of the meal, of the counts and of the way the guest was known.
#include <gtest/gtest.h>

#include "canteen/domain/subsidy/price.h"
#include "tests/domain/support/town.h"

namespace canteen {
namespace {

// Returns a lunch with a delivery fee of 3 yuan.
PriceQuery delivered(std::int64_t fen) {
    PriceQuery query = lunch_of(fen);
    query.mode = ServiceMode::delivery;
    query.delivery_fee = {300};
    return query;
}

const std::vector<DiscountRight> ten_off{{"canteen", 90, {}}};
const std::vector<FixedPriceRight> nine_yuan{{"gov", {1500}, {900}}};

std::string why(const RightSheet& sheet, const PriceQuery& query, const Uses& uses = {}) {
    return price(query, sheet, uses).why.at(0).code;
}

TEST(PriceTerms, a_step_of_any_kind_gives_at_the_meals_days_and_modes_and_from_the_minimum_it_names) {
    const AnyRight kinds[] = {ten_off, nine_yuan, QuotaRight{"community", {5000}}, DeliveryFeeRight{"gov", {200}}};
    struct Hindrance {
        StepTerms terms;
        const char* code;
    };
    const Hindrance hindrances[] = {{{{MealSlot::dinner}, {}, {}, {}, {}}, "other_meal"},
                                    {{{}, {DayKind::weekend}, {}, {}, {}}, "other_day"},
                                    {{{}, {}, {ServiceMode::dine_in}, {}, {}}, "other_mode"},
                                    {{{}, {}, {}, {}, MinSpend{{1501}}}, "below_min_spend"},
                                    {{{}, {}, {}, {}, MinSpend{{1500}, true, true}}, "below_min_spend"}};
    const StepTerms met{{MealSlot::lunch}, {DayKind::workday}, {ServiceMode::delivery}, {}, MinSpend{{1500}}};
    for (const auto& kind : kinds) {
        RightSheet sheet = sheet_with({kind});
        auto& terms = sheet.schemes[0].steps[0].terms;
        terms = met;
        EXPECT_EQ(why(sheet, delivered(1500)), "given");
        for (const auto& hindrance : hindrances) {
            terms = hindrance.terms;
            EXPECT_EQ(why(sheet, delivered(1500)), hindrance.code);
        }
    }
}

TEST(PriceTerms, a_step_of_any_kind_gives_at_the_meals_of_the_day_it_names) {
    const AnyRight kinds[] = {gives(600), ten_off, nine_yuan, QuotaRight{"community", {5000}}};
    for (const auto& kind : kinds) {
        RightSheet sheet = sheet_with({kind});
        const Meal breakfast{lunch_of(1500).meal.date, MealSlot::breakfast};
        const Uses eaten{{{sheet.member, "", UseKind::meal_eaten, period_of(UseKind::meal_eaten, breakfast)}, 1}};
        auto& step = sheet.schemes[0].steps[0];
        auto* subsidy = std::get_if<SubsidyRight>(&step.what);
        (subsidy ? subsidy->terms.meals_of_day : step.terms.meals_of_day) = {2};
        EXPECT_EQ(why(sheet, lunch_of(1500)), "other_meal_of_day");
        EXPECT_EQ(why(sheet, lunch_of(1500), eaten), "given");
        const Uses twice{
            {{sheet.member, "", UseKind::meal_eaten, period_of(UseKind::meal_eaten, lunch_of(1500).meal)}, 1}};
        EXPECT_EQ(why(sheet, lunch_of(1500), twice), "other_meal_of_day") << "several orders of a meal are one";
        sheet.member = {};
        EXPECT_EQ(why(sheet, lunch_of(1500)), "needs_number");
    }
}

TEST(PriceTerms, a_discount_once_a_day_counts_the_meal_as_a_subsidised_one) {
    RightSheet sheet = sheet_with({ten_off});
    sheet.schemes[0].steps[0].terms.limits.per_day = 1;
    const Priced first = price(lunch_of(1500), sheet, {});
    EXPECT_EQ(first.self_pay, Fen{1350});
    ASSERT_EQ(first.uses.size(), 3U) << "slot, day and week";
    Uses uses;
    for (const auto& key : first.uses) uses[key] = 1;
    const Priced second = price(lunch_of(1500), sheet, uses);
    EXPECT_EQ(second.self_pay, Fen{1500});
    EXPECT_EQ(second.why.at(0).code, "limit_used");
    EXPECT_EQ(second.held_back, (std::vector<HeldBack>{{"town", 0, "", first.uses[1]}}));
    sheet.member = {};
    EXPECT_EQ(why(sheet, lunch_of(1500)), "needs_number");
}

TEST(PriceTerms, a_limit_counts_over_the_scheme_whatever_kind_of_step_it_stands_at) {
    SubsidyRight twice = gives(200);
    twice.terms.limits.per_day = 2;
    RightSheet sheet = sheet_with({ten_off, twice});
    sheet.schemes[0].steps[0].terms.limits.per_day = 1;
    const UseKey today{sheet.member, "town", UseKind::per_day, tuesday.days};
    EXPECT_EQ(price(lunch_of(1000), sheet, {}).self_pay, Fen{700});
    EXPECT_EQ(price(lunch_of(1000), sheet, {}).uses.size(), 3U) << "one meal";
    EXPECT_EQ(price(lunch_of(1000), sheet, {{today, 1}}).self_pay, Fen{800});
    EXPECT_EQ(price(lunch_of(1000), sheet, {{today, 2}}).self_pay, Fen{1000});
}

TEST(PriceTerms, what_a_step_gives_is_cut_to_what_is_left_of_a_limit_in_fen) {
    RightSheet sheet = sheet_with({DeliveryFeeRight{"gov", {200}}});
    sheet.schemes[0].steps[0].terms.limits.given_per_month = Fen{500};
    sheet.schemes[0].counted = {UseKind::given_month};
    const UseKey month{sheet.member, "town", UseKind::given_month, month_start(tuesday).days};
    const Priced fresh = price(delivered(1500), sheet, {});
    EXPECT_EQ(fresh.self_pay, Fen{1600});
    EXPECT_EQ(fresh.amounts, (std::vector<std::pair<UseKey, Fen>>{{month, {200}}}));
    const Priced nearly = price(delivered(1500), sheet, {{month, 350}});
    EXPECT_EQ(nearly.self_pay, Fen{1650});
    EXPECT_EQ(nearly.held_back, (std::vector<HeldBack>{{"town", 0, "", month}}));
    EXPECT_EQ(why(sheet, delivered(1500), {{month, 500}}), "limit_used");
}

TEST(PriceTerms, the_minimum_may_look_at_what_earlier_steps_left) {
    SubsidyRight right = gives(200);
    right.terms.min_spend = MinSpend{{1350}, false, true};
    const RightSheet sheet = sheet_with({ten_off, right});
    EXPECT_EQ(price(lunch_of(1500), sheet, {}).self_pay, Fen{1150});
    EXPECT_EQ(price(lunch_of(1498), sheet, {}).why.at(1).code, "below_min_spend") << "13.49 of 14.98 are left";
    PriceQuery with_a_soup = lunch_of(1350);
    with_a_soup.lines.push_back({{150}, false, 1});
    right.set_meals_from = Fen{};
    EXPECT_EQ(price(with_a_soup, sheet_with({ten_off, right}), {}).why.at(1).code, "below_min_spend")
        << "what the discount took counts against the set meal";
}

TEST(PriceTerms, a_step_that_adds_up_its_classes_uses_up_one_right_and_keeps_the_self_pay) {
    SubsidyRight right = gives(600);
    right.classes.push_back({1, {}, {{"city", FixedBenefit{{400}}}, {"gov", FixedBenefit{{300}}}}});
    right.choose = Choose::sum;
    right.terms.limits.per_day = 1;
    right.min_self_pay = {100};
    const Priced priced = price(lunch_of(1200), sheet_with({right}), {});
    EXPECT_EQ(priced.shares, (std::vector<Share>{{"town", 0, "gov", {700}}, {"town", 0, "city", {400}}}));
    EXPECT_EQ(priced.self_pay, Fen{100});
    EXPECT_EQ(priced.uses.size(), 3U);
}

TEST(PriceTerms, another_payer_does_not_bear_what_a_spent_budget_leaves_open) {
    SubsidyRight right = gives(600);
    right.classes.push_back({1, {}, {{"city", FixedBenefit{{900}}}}});
    right.choose = Choose::sum;
    RightSheet sheet = sheet_with({right});
    sheet.schemes[0].budgets = {{"gov", UseKind::budget_month, {500}}};
    const Priced priced = price(lunch_of(1200), sheet, {});
    EXPECT_EQ(priced.shares, (std::vector<Share>{{"town", 0, "gov", {500}}, {"town", 0, "city", {600}}}));
}

TEST(PriceTerms, a_scheme_gives_only_to_a_guest_known_in_one_of_the_ways_it_lists) {
    RightSheet sheet = sheet_with({gives(600), ten_off});
    sheet.schemes[0].identification = {Identified::card, Identified::face};
    sheet.schemes.push_back({"any way", "1", {{0, gives(100)}}});
    PriceQuery query = lunch_of(1500);
    for (const auto way : {Identified::card, Identified::face}) {
        query.identified = way;
        EXPECT_EQ(price(query, sheet, {}).why.at(0).code, "given");
    }
    for (const auto way : {Identified::not_said, Identified::code, Identified::number, Identified::by_sight}) {
        query.identified = way;
        const Priced priced = price(query, sheet, {});
        EXPECT_EQ(priced.self_pay, Fen{1400});
        EXPECT_EQ(priced.why, (std::vector<Why>{{"town", 0, "not_identified", {}},
                                                {"town", 1, "not_identified", {}},
                                                {"any way", 0, "given", {100}}}));
        EXPECT_EQ(priced.uses.size(), 3U) << "of the scheme that gave";
    }
}

}  // namespace
}  // namespace canteen
