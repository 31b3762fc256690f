// Choice, terms, identification and settlement in scheme files: read strictly, with the place of what is wrong.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "canteen/files/schemes/scheme_file.h"

namespace canteen {
namespace {

std::string text_of(const std::string& name) {
    std::ifstream in(CANTEEN_SOURCE_DIR "/tests/data/places/" + name + ".json", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Replaces the first `from` by `to`.
std::string changed(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

struct Refused {
    const char* from;
    const char* to;
    const char* path;
    const char* message;
};

void expect_refused(const std::string& name, const std::vector<Refused>& table) {
    for (const auto& row : table) {
        const auto file = read_scheme_file(changed(text_of(name), row.from, row.to));
        ASSERT_FALSE(file) << row.to;
        EXPECT_EQ(file.error().path, row.path) << row.to;
        EXPECT_NE(file.error().message.find(row.message), std::string::npos) << row.to << ": " << file.error().message;
    }
}

TEST(SchemeChoice, is_read_into_the_scheme) {
    const auto file = read_scheme_file(text_of("made-up-choice-and-terms"));
    ASSERT_TRUE(file) << to_string(file.error());
    const auto& first = file->scheme.versions[0];
    EXPECT_EQ(first.settlement, SettlementPeriod::month);
    EXPECT_TRUE(first.identification.empty());
    EXPECT_EQ(terms_of(first.steps[0]), (StepTerms{{},
                                                   {DayKind::workday, DayKind::make_up_workday},
                                                   {ServiceMode::dine_in},
                                                   {},
                                                   MinSpend{{800}, true, false}}));
    const auto& subsidy = std::get<SubsidyStep>(first.steps[1]);
    EXPECT_EQ(subsidy.choose, Choose::sum);
    EXPECT_EQ(subsidy.terms.min_spend, (MinSpend{{900}, false, true}));
    EXPECT_EQ(subsidy.classes[1].min_spend, (MinSpend{{1000}, false, true}));
    EXPECT_EQ(subsidy.classes[2].who[0].hukou_outside, SharedArea::city);
    EXPECT_EQ(subsidy.classes[2].who[0].residence_within, SharedArea::city);
    EXPECT_EQ(terms_of(first.steps[1]), subsidy.terms);
    EXPECT_EQ(terms_of(first.steps[2]), (StepTerms{{MealSlot::dinner}, {}, {}, {}, {}}));
    EXPECT_EQ(terms_of(first.steps[3]).limits, (Limits{{}, 2, {}, {}, {}, Fen{500}, {}}));
    const auto& second = file->scheme.versions[1];
    EXPECT_EQ(second.identification, (std::vector{Identified::code, Identified::card}));
    EXPECT_EQ(second.settlement, std::nullopt);
    EXPECT_EQ(file->cases.back().identified, Identified::face);
}

TEST(SchemeChoice, a_steps_days_and_meals_of_the_day_are_read) {
    const auto file = read_scheme_file(text_of("made-up-days-and-meals"));
    ASSERT_TRUE(file) << to_string(file.error());
    const auto& steps = file->scheme.versions[0].steps;
    EXPECT_EQ(terms_of(steps[0]).days, (std::vector{DayKind::workday}));
    EXPECT_EQ(terms_of(steps[1]).meals_of_day, (std::vector<std::uint32_t>{2, 3}));
    EXPECT_EQ(terms_of(steps[2]).days, (std::vector{DayKind::weekend, DayKind::make_up_workday}));
    EXPECT_EQ(terms_of(steps[3]).meals_of_day, (std::vector<std::uint32_t>{3}));
    expect_refused("made-up-days-and-meals",
                   {{"[1]", "[0]", "versions[0].steps[0].subsidy.meals_of_day[0]", "at least 1"},
                    {"[2, 3]", "[2, 4]", "versions[0].steps[1].subsidy.meals_of_day[1]", "at most 3"}});
}

TEST(SchemeChoice, absent_is_as_it_was) {
    const auto file = read_scheme_file(text_of("xy-2023"));
    ASSERT_TRUE(file) << to_string(file.error());
    const auto& version = file->scheme.versions[0];
    EXPECT_TRUE(version.identification.empty());
    EXPECT_EQ(version.settlement, std::nullopt);
    EXPECT_EQ(file->cases[0].identified, std::nullopt);
    const auto jurong = read_scheme_file(text_of("jr-2023"));
    ASSERT_TRUE(jurong) << to_string(jurong.error());
    EXPECT_EQ(std::get<SubsidyStep>(jurong->scheme.versions[0].steps[0]).choose, Choose::best);
}

TEST(SchemeChoice, an_operators_money_is_by_the_meal_or_by_the_diners_day) {
    const auto file = read_scheme_file(text_of("sh-huangpu-operator"));
    ASSERT_TRUE(file) << to_string(file.error());
    const auto& payment = file->scheme.versions[0].operator_payments[0];
    EXPECT_TRUE(payment.per_diner_day);
    EXPECT_EQ(payment.meals, (std::vector{MealSlot::lunch, MealSlot::dinner}));
    EXPECT_TRUE(payment.days.empty());
    EXPECT_EQ(file->cases[2].history.to_operator_today, std::vector{OperatorPaymentKind::operating});
    const auto by_meal =
        read_scheme_file(changed(text_of("sh-huangpu-operator"), "\"per\": \"DINER_DAY\"", "\"per\": \"MEAL\""));
    ASSERT_TRUE(by_meal);
    EXPECT_FALSE(by_meal->scheme.versions[0].operator_payments[0].per_diner_day);
}

TEST(SchemeChoice, a_wrong_one_is_refused_with_its_place) {
    const std::string name = "made-up-choice-and-terms";
    expect_refused(
        name,
        {{"\"choose\": \"SUM\"", "\"choose\": \"ALL\"", "versions[0].steps[1].subsidy.choose",
          "known are BEST, FIRST, SUM"},
         {"\"choose\": \"SUM\"", "\"choose\": \"sum\"", "versions[0].steps[1].subsidy.choose", "unknown word"},
         {"\"choose\": \"SUM\"", "\"choose\": 3", "versions[0].steps[1].subsidy.choose", "must be a text"},
         {"\"choose\": \"SUM\", ", "\"choose\": \"SUM\", \"choose\": \"SUM\", ", "versions[0].steps[1].subsidy",
          "given twice"},
         {"\"base\": \"LEFT\"", "\"base\": \"RIGHT\"", "versions[0].steps[1].subsidy.min_spend.base", "LIST, LEFT"},
         {"\"fen\": 1000, \"base\": \"LEFT\"", "\"fen\": 1000, \"base\": true",
          "versions[0].steps[1].subsidy.classes[1].min_spend.base", "must be a text"},
         {"\"settlement\": \"MONTH\"", "\"settlement\": \"YEAR\"", "versions[0].settlement", "MONTH, QUARTER"},
         {"[\"CODE\", \"CARD\"]", "[\"FACE\"]", "versions[1].identification", "must name another way"},
         {"[\"CODE\", \"CARD\"]", "[\"CODE\", \"NOT_SAID\"]", "versions[1].identification[1]",
          "CARD, CODE, FACE, NUMBER, MANUAL"},
         {"[\"CODE\", \"CARD\"]", "[\"CODE\", \"CARD\", \"CODE\"]", "versions[1].identification[2]", "given twice"},
         {"[\"CODE\", \"CARD\"]", "\"CODE\"", "versions[1].identification", "must be a list"},
         {"\"identified\": \"CARD\"", "\"identified\": \"\"", "cases[13].order.identified", "unknown word"},
         {"\"effective_from\": \"2026-07-01\"", "\"effective_from\": \"2026-06-30\"", "versions[1]", "overlaps"}});
}

TEST(SchemeChoice, wrong_terms_areas_and_payments_are_refused_too) {
    expect_refused(
        "made-up-choice-and-terms",
        {{"\"days\": [\"WORKDAY\"]", "\"days\": [\"MONDAY\"]", "versions[0].steps[0].discount.days[0]", "unknown word"},
         {"\"days\": [\"WORKDAY\"]", "\"day\": [\"WORKDAY\"]", "versions[0].steps[0].discount", "unknown key"},
         {"\"days\": [\"WORKDAY\"]", "\"set_meals_only\": {}", "versions[0].steps[0].discount", "unknown key"},
         {"\"meals\": [\"DINNER\"]", "\"meals\": \"DINNER\"", "versions[0].steps[2].quota.meals", "must be a list"},
         {"\"per_month_fen\": 500", "\"per_month_fen\": -1", "versions[0].steps[3].delivery_fee.limits.per_month_fen",
          "not be negative"},
         {"\"per_day\": 2}, \"classes\": [{\"amount_fen\"", "\"per_day\": 0}, \"classes\": [{\"amount_fen\"",
          "versions[0].steps[3].delivery_fee.limits.per_day", "at least 1"},
         {"\"hukou_outside\": \"CITY\"", "\"hukou_outside\": \"COUNTY\"",
          "versions[0].steps[1].subsidy.classes[2].who[0].hukou_outside", "STREET, DISTRICT, CITY"},
         {"\"hukou_outside\": \"CITY\"", "\"hukou_outside\": \"DISTRICT\", \"hukou_within\": \"STREET\"",
          "versions[0].steps[1].subsidy.classes[2].who[0]", "nobody is"},
         {"\"residence_within\": \"CITY\"", "\"residence_within\": true",
          "versions[0].steps[1].subsidy.classes[2].who[0].residence_within", "must be a text"},
         {"\"residence\": \"CITY\"", "\"residence\": \"HERE\"", "cases[6].person.residence", "unknown word"}});
    expect_refused(
        "sh-huangpu-operator",
        {{"\"per\": \"DINER_DAY\"", "\"per\": \"DAY\"", "versions[0].operator_payments[0].per", "MEAL, DINER_DAY"},
         {"\"meals\": [\"LUNCH\"", "\"meals\": [\"TEA\"", "versions[0].operator_payments[0].meals[0]", "unknown word"},
         {"[\"OPERATING\"]", "[\"OPERATION\"]", "cases[2].history.to_operator_today[0]", "unknown word"}});
}

TEST(SchemeChoice, a_file_cut_anywhere_is_refused) {
    const std::string text = text_of("made-up-choice-and-terms");
    const std::size_t end = text.find_last_of('}');
    for (std::size_t length = 0; length < end; length += 7)
        EXPECT_FALSE(read_scheme_file(std::string_view(text).substr(0, length))) << length;
}

}  // namespace
}  // namespace canteen
