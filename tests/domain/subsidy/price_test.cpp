#include "canteen/domain/subsidy/price.h"

#include <gtest/gtest.h>

#include "tests/domain/support/town.h"

namespace canteen {
namespace {

Uses used(const RightSheet& sheet, const PriceQuery& query, UseKind kind, std::int64_t count) {
    return {{{sheet.member, "town", kind, period_of(kind, query.meal)}, count}};
}

Uses eaten(const RightSheet& sheet, Date date, const std::map<MealSlot, int>& orders) {
    Uses uses;
    for (const auto& [slot, count] : orders)
        uses[{sheet.member, "", UseKind::meal_eaten, period_of(UseKind::meal_eaten, {date, slot})}] = count;
    return uses;
}

std::vector<std::pair<std::string, std::int64_t>> shares_of(const Priced& priced) {
    std::vector<std::pair<std::string, std::int64_t>> shares;
    for (const auto& share : priced.shares) shares.emplace_back(share.payer, share.fen.value);
    return shares;
}

using Shares = std::vector<std::pair<std::string, std::int64_t>>;

TEST(Price, without_rights_the_guest_pays_food_and_fee) {
    PriceQuery query = lunch_of(1500);
    query.lines.push_back({{250}, false, 1});
    query.delivery_fee = {300};
    const Priced priced = price(query, RightSheet{}, {});
    EXPECT_EQ(priced.self_pay, Fen{2050});
    EXPECT_TRUE(priced.shares.empty());
}

TEST(Price, a_subsidy_names_scheme_step_and_payer_and_uses_up_a_right) {
    const RightSheet sheet = sheet_with({gives(600)});
    const Priced priced = price(lunch_of(1500), sheet, {});
    EXPECT_EQ(priced.shares, (std::vector<Share>{{"town", 0, "gov", {600}}}));
    EXPECT_EQ(priced.self_pay, Fen{900});
    EXPECT_EQ(priced.why, (std::vector<Why>{{"town", 0, "given", {600}}}));
    const Meal meal{tuesday, MealSlot::lunch};
    EXPECT_EQ(priced.uses, (std::vector<UseKey>{
                               {sheet.member, "town", UseKind::per_slot, period_of(UseKind::per_slot, meal)},
                               {sheet.member, "town", UseKind::per_day, tuesday.days},
                               {sheet.member, "town", UseKind::per_week, week_start(tuesday).days},
                           }));
}

TEST(Price, a_subsidy_never_exceeds_the_food_and_leaves_the_fee) {
    PriceQuery query = lunch_of(1200);
    query.mode = ServiceMode::delivery;
    query.delivery_fee = {300};
    const Priced priced = price(query, sheet_with({gives(1500)}), {});
    EXPECT_EQ(shares_of(priced), (Shares{{"gov", 1200}}));
    EXPECT_EQ(priced.self_pay, Fen{300});
}

struct Hindrance {
    const char* what;
    void (*change)(SubsidyRight&);
    const char* code;
};

TEST(Price, a_subsidy_gives_nothing_at_another_meal_day_or_mode_or_below_its_minimum) {
    const std::vector<Hindrance> hindrances{
        {"meal", [](SubsidyRight& r) { r.terms.meals = {MealSlot::breakfast, MealSlot::dinner}; }, "other_meal"},
        {"day", [](SubsidyRight& r) { r.terms.days = {DayKind::weekend, DayKind::holiday}; }, "other_day"},
        {"mode", [](SubsidyRight& r) { r.terms.modes = {ServiceMode::delivery}; }, "other_mode"},
        {"minimum", [](SubsidyRight& r) { r.terms.min_spend = MinSpend{{1501}}; }, "below_min_spend"},
        {"strict minimum", [](SubsidyRight& r) { r.terms.min_spend = MinSpend{{1500}, true}; }, "below_min_spend"},
        {"class minimum", [](SubsidyRight& r) { r.classes[0].min_spend = MinSpend{{1501}}; }, "below_min_spend"},
        {"no limit left", [](SubsidyRight& r) { r.terms.limits.per_day = 0; }, "limit_used"},
    };
    for (const auto& hindrance : hindrances) {
        SubsidyRight right = gives(600);
        hindrance.change(right);
        const Priced priced = price(lunch_of(1500), sheet_with({right}), {});
        EXPECT_EQ(priced.self_pay, Fen{1500}) << hindrance.what;
        ASSERT_EQ(priced.why.size(), 1u) << hindrance.what;
        EXPECT_EQ(priced.why[0].code, hindrance.code) << hindrance.what;
        EXPECT_TRUE(priced.uses.empty()) << hindrance.what << ": what gives nothing uses up no right";
    }
}

TEST(Price, a_subsidy_is_given_at_the_meals_days_modes_and_minimum_it_names) {
    SubsidyRight right = gives(600);
    right.terms.meals = {MealSlot::lunch};
    right.terms.days = {DayKind::workday};
    right.terms.modes = {ServiceMode::dine_in};
    right.terms.min_spend = MinSpend{{1500}};
    right.classes[0].min_spend = MinSpend{{1499}, true};
    EXPECT_EQ(price(lunch_of(1500), sheet_with({right}), {}).self_pay, Fen{900});
}

TEST(Price, the_minimum_looks_at_the_food_before_the_discount_and_without_the_fee) {
    SubsidyRight right = gives(200);
    right.terms.min_spend = MinSpend{{1500}};
    const RightSheet sheet = sheet_with({std::vector<DiscountRight>{{"canteen", 90, {}}}, right});
    EXPECT_EQ(shares_of(price(lunch_of(1500), sheet, {})), (Shares{{"canteen", 150}, {"gov", 200}}));
    PriceQuery just_below = lunch_of(1400);
    just_below.delivery_fee = {300};
    EXPECT_EQ(shares_of(price(just_below, sheet, {})), (Shares{{"canteen", 140}}));
}

TEST(Price, each_limit_ends_the_right_when_its_count_is_used_up) {
    for (const UseKind kind : {UseKind::per_slot, UseKind::per_day, UseKind::per_week}) {
        SubsidyRight right = gives(300);
        (kind == UseKind::per_slot  ? right.terms.limits.per_slot
         : kind == UseKind::per_day ? right.terms.limits.per_day
                                    : right.terms.limits.per_week) = 2;
        const RightSheet sheet = sheet_with({right});
        const PriceQuery query = lunch_of(1500);
        EXPECT_EQ(price(query, sheet, used(sheet, query, kind, 1)).self_pay, Fen{1200});
        EXPECT_EQ(price(query, sheet, used(sheet, query, kind, 2)).self_pay, Fen{1500});
        PriceQuery next_week = query;
        next_week.meal.date = query.meal.date + 7;
        EXPECT_EQ(price(next_week, sheet, used(sheet, query, kind, 2)).self_pay, Fen{1200}) << "a new period";
    }
}

TEST(Price, two_steps_of_a_scheme_subsidise_one_meal_once) {
    SubsidyRight right = gives(300);
    right.terms.limits.per_day = 1;
    const Priced priced = price(lunch_of(1500), sheet_with({right, right}), {});
    EXPECT_EQ(priced.self_pay, Fen{900}) << "counts are those before the order";
    EXPECT_EQ(priced.uses.size(), 3u);
}

TEST(Price, a_discount_takes_the_lowest_percentage_and_rounds_the_reduction_down) {
    const RightSheet sheet = sheet_with({std::vector<DiscountRight>{{"a", 90, {}}, {"b", 85, {}}, {"c", 85, {}}}});
    const Priced priced = price(lunch_of(1303), sheet, {});
    EXPECT_EQ(shares_of(priced), (Shares{{"b", 195}})) << "195.45";
    EXPECT_EQ(priced.self_pay, Fen{1108});
    EXPECT_TRUE(priced.uses.empty()) << "a discount is no subsidised meal";
}

TEST(Price, a_discount_by_meal_of_day_follows_the_meals_eaten) {
    const RightSheet sheet = sheet_with({std::vector<DiscountRight>{{"pool", {}, {0, 50}}}});
    const PriceQuery query = lunch_of(1750);
    EXPECT_EQ(price(query, sheet, {}).self_pay, Fen{0});
    const auto self_pay = [&](const std::map<MealSlot, int>& orders) {
        return price(query, sheet, eaten(sheet, query.meal.date, orders)).self_pay;
    };
    EXPECT_EQ(self_pay({{MealSlot::breakfast, 1}}), Fen{875});
    EXPECT_EQ(self_pay({{MealSlot::breakfast, 2}}), Fen{875}) << "two orders of a meal are one meal";
    EXPECT_EQ(self_pay({{MealSlot::breakfast, 1}, {MealSlot::lunch, 1}}), Fen{1750});
    EXPECT_EQ(price(query, sheet, eaten(sheet, query.meal.date + (-1), {{MealSlot::dinner, 1}})).self_pay, Fen{0});
}

TEST(Price, a_fixed_price_is_for_one_portion_of_that_set_meal) {
    const RightSheet sheet =
        sheet_with({std::vector<FixedPriceRight>{{"gov", {1500}, {1200}}, {"gov", {1500}, {900}}}});
    EXPECT_EQ(price(lunch_of(1500), sheet, {}).self_pay, Fen{900}) << "the lowest";
    EXPECT_EQ(price(lunch_of(1501), sheet, {}).self_pay, Fen{1501}) << "another set meal";
    PriceQuery two_and_a_soup = lunch_of(3000);
    two_and_a_soup.lines[0].quantity = 2;
    two_and_a_soup.lines.push_back({{200}, false, 1});
    EXPECT_EQ(price(two_and_a_soup, sheet, {}).self_pay, Fen{2600});
    PriceQuery a_dish = lunch_of(1500);
    a_dish.lines[0].set_meal = false;
    EXPECT_EQ(price(a_dish, sheet, {}).why.at(0).code, "no_set_meal");
}

TEST(Price, a_fixed_price_takes_less_after_a_discount_and_nothing_if_less_is_left) {
    const std::vector<FixedPriceRight> nine{{"gov", {1500}, {900}}};
    const Priced some = price(lunch_of(1500), sheet_with({std::vector<DiscountRight>{{"canteen", 80, {}}}, nine}), {});
    EXPECT_EQ(shares_of(some), (Shares{{"canteen", 300}, {"gov", 300}}));
    const Priced none = price(lunch_of(1500), sheet_with({std::vector<DiscountRight>{{"canteen", 50, {}}}, nine}), {});
    EXPECT_EQ(shares_of(none), (Shares{{"canteen", 750}}));
    EXPECT_EQ(none.self_pay, Fen{750});
}

TEST(Price, a_quota_covers_what_is_left_until_the_month_is_used_up) {
    const RightSheet sheet =
        sheet_with({std::vector<DiscountRight>{{"canteen", 90, {}}}, QuotaRight{"community", {5000}}});
    const PriceQuery query = lunch_of(2000);
    const Priced fresh = price(query, sheet, {});
    EXPECT_EQ(shares_of(fresh), (Shares{{"canteen", 200}, {"community", 1800}}));
    ASSERT_EQ(fresh.amounts.size(), 1u);
    EXPECT_EQ(fresh.amounts[0].first.period, month_start(tuesday).days);
    EXPECT_EQ(fresh.amounts[0].second, Fen{1800});
    const Priced nearly = price(query, sheet, used(sheet, query, UseKind::quota_month, 4500));
    EXPECT_EQ(shares_of(nearly), (Shares{{"canteen", 200}, {"community", 500}}));
    const Priced gone = price(query, sheet, used(sheet, query, UseKind::quota_month, 5000));
    EXPECT_EQ(shares_of(gone), (Shares{{"canteen", 200}}));
    EXPECT_TRUE(gone.amounts.empty());
}

TEST(Price, two_quota_steps_of_a_scheme_draw_on_one_count) {
    const RightSheet sheet = sheet_with({QuotaRight{"community", {500}}, QuotaRight{"street", {800}}});
    const Priced priced = price(lunch_of(2000), sheet, {});
    EXPECT_EQ(shares_of(priced), (Shares{{"community", 500}, {"street", 300}}));
    ASSERT_EQ(priced.amounts.size(), 1u);
    EXPECT_EQ(priced.amounts[0].second, Fen{800});
}

TEST(Price, the_delivery_fee_is_borne_up_to_the_amount_and_only_for_delivery) {
    const RightSheet sheet = sheet_with({DeliveryFeeRight{"gov", {200}}});
    PriceQuery query = lunch_of(1500);
    query.delivery_fee = {300};
    EXPECT_EQ(price(query, sheet, {}).why.at(0).code, "other_mode");
    query.mode = ServiceMode::delivery;
    EXPECT_EQ(price(query, sheet, {}).self_pay, Fen{1600});
    query.delivery_fee = {150};
    EXPECT_EQ(price(query, sheet, {}).self_pay, Fen{1500});
}

TEST(Price, a_later_scheme_sees_what_the_earlier_left_and_counts_its_own_uses) {
    RightSheet sheet = sheet_with({gives(600)});
    SubsidyRight half;
    half.terms.limits.per_day = 1;
    half.classes = {{0, {}, {{"union", ShareBenefit{1, 2, {10'000}}}}}};
    sheet.schemes.push_back({"union", "1", {{0, half}}});
    const PriceQuery query = lunch_of(1500);
    const Priced priced = price(query, sheet, used(sheet, query, UseKind::per_day, 1));
    EXPECT_EQ(shares_of(priced), (Shares{{"gov", 600}, {"union", 450}}));
    EXPECT_EQ(priced.uses.size(), 6u);
}

TEST(Price, a_scheme_that_gives_nothing_is_not_counted_because_another_gave) {
    RightSheet sheet = sheet_with({gives(600)});
    SubsidyRight dinner = gives(300);
    dinner.terms.meals = {MealSlot::dinner};
    sheet.schemes.push_back({"union", "1", {{0, dinner}}});
    const Priced priced = price(lunch_of(1500), sheet, {});
    ASSERT_EQ(priced.uses.size(), 3u);
    for (const auto& use : priced.uses) EXPECT_EQ(use.scheme, "town");
}

TEST(Price, a_guest_without_number_gets_nothing_that_must_be_counted) {
    SubsidyRight limited = gives(300);
    limited.terms.limits.per_week = 5;
    RightSheet sheet = sheet_with({limited, std::vector<DiscountRight>{{"pool", {}, {0, 50}}},
                                   QuotaRight{"community", {5000}}, std::vector<DiscountRight>{{"canteen", 90, {}}}});
    sheet.member = {};
    const Priced priced = price(lunch_of(1000), sheet, {});
    EXPECT_EQ(shares_of(priced), (Shares{{"canteen", 100}}));
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(priced.why.at(i).code, "needs_number") << i;
    EXPECT_TRUE(priced.uses.empty());
    EXPECT_TRUE(priced.amounts.empty());
}

TEST(Price, a_guest_without_number_gets_an_uncounted_subsidy_and_leaves_no_count) {
    RightSheet sheet = sheet_with({gives(300)});
    sheet.member = {};
    const Priced priced = price(lunch_of(1000), sheet, {});
    EXPECT_EQ(priced.self_pay, Fen{700});
    EXPECT_TRUE(priced.uses.empty());
}

TEST(Price, steps_after_a_free_meal_find_nothing_left) {
    const RightSheet sheet = sheet_with({gives(1500), gives(100), QuotaRight{"community", {5000}}});
    const Priced priced = price(lunch_of(1500), sheet, {});
    EXPECT_EQ(priced.self_pay, Fen{0});
    EXPECT_EQ(priced.why.at(1).code, "nothing_left");
    EXPECT_EQ(priced.why.at(2).code, "nothing_left");
    EXPECT_TRUE(priced.amounts.empty());
}

TEST(Price, of_two_schemes_that_exclude_each_other_the_first_that_gives_anything_gives) {
    RightSheet sheet = sheet_with({gives(300)});
    sheet.schemes.push_back({"city", "1", {{0, gives(500)}}, {"town"}});
    Priced priced = price(lunch_of(1500), sheet, {});
    EXPECT_EQ(priced.shares, (std::vector<Share>{{"town", 0, "gov", {300}}}));
    EXPECT_EQ(priced.why.at(1).code, "excluded");

    std::get<SubsidyRight>(sheet.schemes[0].steps[0].what).terms.limits.per_day = 1;
    const Uses spent = used(sheet, lunch_of(1500), UseKind::per_day, 1);
    priced = price(lunch_of(1500), sheet, spent);
    EXPECT_EQ(priced.shares, (std::vector<Share>{{"city", 0, "gov", {500}}})) << "the first gives nothing today";

    sheet.schemes[1].excludes = {"village"};
    EXPECT_EQ(price(lunch_of(1500), sheet, {}).self_pay, Fen{700}) << "it excludes another";
    sheet.schemes[1].excludes = {every_other_scheme};
    EXPECT_EQ(price(lunch_of(1500), sheet, {}).self_pay, Fen{1200});
}

TEST(Price, a_budget_gives_what_is_left_of_it_and_then_stops) {
    RightSheet sheet = sheet_with({gives(600)});
    sheet.schemes[0].budgets = {{"gov", UseKind::budget_year, {1000}}};
    const UseKey year{MemberId{}, "town/gov", UseKind::budget_year, year_start(tuesday).days};
    const Priced fresh = price(lunch_of(1500), sheet, {});
    EXPECT_EQ(fresh.amounts, (std::vector<std::pair<UseKey, Fen>>{{year, {600}}}));
    EXPECT_TRUE(fresh.held_back.empty());

    const Priced rest = price(lunch_of(1500), sheet, {{year, 600}});
    EXPECT_EQ(rest.self_pay, Fen{1100});
    EXPECT_EQ(rest.held_back, (std::vector<HeldBack>{{"town", 0, "gov", year}}));

    const Priced gone = price(lunch_of(1500), sheet, {{year, 1000}});
    EXPECT_EQ(gone.self_pay, Fen{1500});
    EXPECT_EQ(gone.why.at(0).code, "budget_used");
    EXPECT_TRUE(gone.uses.empty()) << "nothing was given, so no right is used up";
}

TEST(Price, a_guest_without_number_draws_on_the_budget_too) {
    RightSheet sheet = sheet_with({gives(600)});
    sheet.member = {};
    sheet.schemes[0].budgets = {{"", UseKind::budget_month, {1000}}};
    const UseKey month{MemberId{}, "town", UseKind::budget_month, month_start(tuesday).days};
    EXPECT_EQ(price(lunch_of(1500), sheet, {}).amounts, (std::vector<std::pair<UseKey, Fen>>{{month, {600}}}));
    EXPECT_EQ(price(lunch_of(1500), sheet, {{month, 900}}).self_pay, Fen{1400});
}

TEST(Price, what_subsidy_steps_gave_in_the_year_is_counted_and_never_exceeded) {
    SubsidyRight right = gives(600);
    right.terms.limits.given_per_year = Fen{1000};
    RightSheet sheet = sheet_with({right});
    sheet.schemes[0].counted = {UseKind::given_year};
    const UseKey year{sheet.member, "town", UseKind::given_year, year_start(tuesday).days};
    EXPECT_EQ(price(lunch_of(1500), sheet, {}).amounts, (std::vector<std::pair<UseKey, Fen>>{{year, {600}}}));
    const Priced rest = price(lunch_of(1500), sheet, {{year, 700}});
    EXPECT_EQ(rest.self_pay, Fen{1200});
    EXPECT_EQ(rest.held_back, (std::vector<HeldBack>{{"town", 0, "", year}}));
    EXPECT_EQ(price(lunch_of(1500), sheet, {{year, 1000}}).why.at(0).code, "limit_used");
}

TEST(Price, what_must_be_left_to_pay_is_left_whatever_gives) {
    RightSheet sheet = sheet_with({gives(800), std::vector<DiscountRight>{{"canteen", 10, {}}}});
    sheet.schemes[0].min_self_pay = {600};
    const Priced priced = price(lunch_of(1500), sheet, {});
    EXPECT_EQ(shares_of(priced), (Shares{{"gov", 800}, {"canteen", 100}}));
    EXPECT_EQ(priced.self_pay, Fen{600});
    EXPECT_EQ(price(lunch_of(500), sheet, {}).why.at(0).code, "self_pay_kept");
}

TEST(Price, set_meals_alone_are_looked_at_where_a_step_says_so) {
    SubsidyRight right = gives(2000);
    right.set_meals_from = Fen{1300};
    const RightSheet sheet = sheet_with({std::vector<DiscountRight>{{"canteen", 90, {}}}, right});
    PriceQuery query = lunch_of(1500);
    query.lines.push_back({{1000}, false, 1});
    EXPECT_EQ(shares_of(price(query, sheet, {})), (Shares{{"canteen", 250}, {"gov", 1250}}))
        << "the discount of all food counts against the set meal first";
    EXPECT_EQ(price(lunch_of(1200), sheet, {}).why.at(1).code, "no_set_meal");
}

}  // namespace
}  // namespace canteen
