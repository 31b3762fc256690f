// Parts of the format beyond the eight schemes: read strictly, and proven by the cases of a made-up scheme.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "canteen/files/schemes/scheme_cases.h"

namespace canteen {
namespace {

std::string made_up() {
    std::ifstream in(CANTEEN_SOURCE_DIR "/tests/data/schemes/caps-and-sets.json", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Replaces the first `from` by `to`.
std::string with(const std::string& from, const std::string& to) {
    std::string text = made_up();
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

void expect_refused(const std::string& from, const std::string& to, const std::string& path,
                    const std::string& message) {
    const auto file = read_scheme_file(with(from, to));
    ASSERT_FALSE(file) << to;
    EXPECT_EQ(file.error().path, path) << to;
    EXPECT_NE(file.error().message.find(message), std::string::npos) << to << ": " << file.error().message;
}

TEST(SchemeExtensions, the_made_up_scheme_passes_all_its_cases) {
    const auto file = read_scheme_file(made_up());
    ASSERT_TRUE(file) << to_string(file.error());
    EXPECT_EQ(file->cases.size(), 19U);
    for (const auto& result : run_cases(*file)) EXPECT_TRUE(result.passed()) << result.id << ": " << result.difference;
}

TEST(SchemeExtensions, are_read_into_the_scheme) {
    const auto file = read_scheme_file(
        with("\"min_self_pay_fen\": 100,", "\"min_self_pay_fen\": 100, \"excludes\": [\"other\", \"*\"],"));
    ASSERT_TRUE(file) << to_string(file.error());
    const auto& first = file->scheme.versions[0];
    EXPECT_EQ(first.excludes, (std::vector<std::string>{"other", "*"}));
    EXPECT_EQ(first.min_self_pay, Fen{100});
    const auto& step = std::get<SubsidyStep>(first.steps[0]);
    EXPECT_EQ(step.set_meals_from, Fen{1300});
    EXPECT_EQ(step.terms.limits, (Limits{1, {}, {}, 20, {}, {}, Fen{50000}}));
    EXPECT_EQ(step.classes[0].shrink, Shrink::first);
    EXPECT_TRUE(step.classes[0].who[0].age_from_next_month);
    const auto& discount = std::get<DiscountStep>(first.steps[1]);
    EXPECT_EQ(discount.rounding, (Rounding{{10}, RoundingDirection::up, true}));
    EXPECT_TRUE(discount.classes[0].who[0].approval_from_next_month);
    const auto& second = file->scheme.versions[1];
    EXPECT_EQ(second.budgets,
              (std::vector<Budget>{{"town", UseKind::budget_year, {100000}}, {"", UseKind::budget_month, {30000}}}));
    EXPECT_EQ(std::get<SubsidyStep>(second.steps[0]).classes[1].set_meals_from, Fen{});
}

TEST(SchemeExtensions, a_wrong_one_is_refused_with_its_place) {
    const std::string step = "versions[0].steps[0].subsidy";
    expect_refused("\"min_price_fen\": 1300", "\"price_fen\": 1300", step + ".set_meals_only", "unknown key");
    expect_refused("\"min_price_fen\": 1300", "\"min_price_fen\": -1", step + ".set_meals_only.min_price_fen",
                   "not be negative");
    expect_refused("\"per_month\": 20", "\"per_month\": 0", step + ".limits.per_month", "at least 1");
    expect_refused("\"per_year_fen\": 50000", "\"per_year_fen\": \"500\"", step + ".limits.per_year_fen",
                   "whole number");
    expect_refused("\"shrink\": \"FIRST\"", "\"shrink\": \"ALL\"", step + ".classes[0].shrink", "unknown word");
    expect_refused("\"NEXT_MONTH\"", "\"NEXT_YEAR\"", step + ".classes[0].who[0].age_counts_from", "unknown word");
    expect_refused("\"age_from\": 80, ", "", step + ".classes[0].who[0].age_counts_from", "without an age");
    expect_refused("\"min_self_pay_fen\": 100,", "\"min_self_pay_fen\": -1,", "versions[0].min_self_pay_fen",
                   "not be negative");
    expect_refused("\"min_self_pay_fen\": 100,", "\"excludes\": [\"\"],", "versions[0].excludes[0]", "not be empty");
}

TEST(SchemeExtensions, a_wrong_rounding_approval_or_budget_is_refused_too) {
    const std::string discount = "versions[0].steps[1].discount";
    expect_refused("\"unit_fen\": 10,", "\"unit_fen\": 0,", discount + ".rounding.unit_fen", "at least 1");
    expect_refused("\"unit_fen\": 10,", "\"unit_fen\": 10001,", discount + ".rounding.unit_fen", "at most 10000");
    expect_refused("\"direction\": \"UP\"", "\"direction\": \"AWAY\"", discount + ".rounding.direction",
                   "unknown word");
    expect_refused("\"approved\": true, ", "\"approved\": false, ",
                   discount + ".classes[0].who[0].approval_counts_from", "without \"approved\": true");
    const std::string share = "versions[1].steps[0].subsidy.classes[0].benefits[0].share";
    expect_refused("\"direction\": \"HALF_UP\"", "\"direction\": \"HALF_UP\", \"of\": \"TO_PAY\"", share + ".rounding",
                   "unknown key");
    expect_refused("\"period\": \"CALENDAR_YEAR\"", "\"period\": \"CALENDAR_WEEK\"", "versions[1].budgets[0].period",
                   "unknown word");
    expect_refused("{\"period\": \"CALENDAR_MONTH\"", "{\"payer\": \"town\", \"period\": \"CALENDAR_YEAR\"",
                   "versions[1].budgets[1]", "a second budget");
    expect_refused("\"food_fen\": 1500, \"mode\"", "\"food_fen\": 1500, \"lines\": [], \"mode\"", "cases[0].order",
                   "exactly one of food_fen, lines");
    expect_refused("\"set_meal\": true}, {\"amount_fen\": 400}", "\"set_meal\": true}, {}", "cases[5].order.lines[1]",
                   "lacks \"amount_fen\"");
}

}  // namespace
}  // namespace canteen
