#include "canteen/reports/explain.h"

#include <gtest/gtest.h>

#include "canteen/domain/subsidy/entitle.h"
#include "canteen/texts/say.h"

namespace canteen {
namespace {

const Date tuesday = parse_date("2026-04-14").value();

ExplainWords words(const std::string& order) {
    return {"80000007", "2026-04-14", "lunch", order, "dine_in", "0", "en", "number"};
}

ExplainRequest request(const std::string& order) {
    auto read = read_explain(words(order));
    const auto* wrong = std::get_if<std::string>(&read);
    EXPECT_EQ(wrong, nullptr) << *wrong;
    return wrong ? ExplainRequest{} : std::get<ExplainRequest>(read);
}

TEST(ExplainRequest, names_dishes_with_portions_or_grams) {
    EXPECT_EQ(request("12,红烧肉x2,box@350,mix").dishes,
              (std::vector<DishWord>{{"12"}, {"红烧肉", 2}, {"box", 1, 350}, {"mix"}}));
}

TEST(ExplainRequest, says_which_word_is_wrong) {
    const auto wrong = [](ExplainWords w) { return std::get<std::string>(read_explain(w)); };
    ExplainWords day = words("12");
    day.date = "2026-02-30";
    EXPECT_NE(wrong(day).find("--date"), std::string::npos);
    ExplainWords meal = words("12");
    meal.meal = "supper";
    EXPECT_NE(wrong(meal).find("breakfast, lunch, dinner"), std::string::npos);
    EXPECT_NE(wrong(words("12x0")).find("portions behind x"), std::string::npos);
    EXPECT_NE(wrong(words("12@99999")).find("grams behind @"), std::string::npos);
    EXPECT_NE(wrong(words("12,,13")).find("empty dish"), std::string::npos);
}

TEST(ExplainTexts, every_reason_a_price_gives_has_words) {
    for (const char* code : {"given",
                             "other_meal",
                             "other_day",
                             "other_mode",
                             "other_meal_of_day",
                             "limit_used",
                             "budget_used",
                             "excluded",
                             "below_min_spend",
                             "no_set_meal",
                             "self_pay_kept",
                             "nothing_left",
                             "gives_nothing",
                             "needs_number",
                             "not_identified",
                             "choose.first",
                             "choose.sum",
                             "min_spend.at_least",
                             "min_spend.more_than",
                             "min_spend.of_list",
                             "min_spend.of_left",
                             "identified.asked",
                             "identified.was",
                             "identified.card",
                             "identified.code",
                             "identified.face",
                             "identified.number",
                             "identified.manual",
                             "identified.not_said"})
        EXPECT_FALSE(say("explain." + std::string(code), {}, Language::en).starts_with("explain.")) << code;
}

// Gives 6 yuan a day to holders of one category until May, and 8 from then on. A second step is for another category.
Scheme six_then_eight() {
    const auto version = [](const char* id, DateRange range, std::int64_t fen) {
        Condition low_income, disabled;
        low_income.any_tag = {"dibao"};
        disabled.any_tag = {"disabled"};
        SubsidyStep first, second;
        first.terms.limits.per_day = 1;
        first.classes = {{"low income", {low_income}, {}, {{{"district", FixedBenefit{{fen}}}, {}}}}};
        second.classes = {{"disabled", {disabled}, {}, {{{"city", FixedBenefit{{100}}}, {}}}}};
        return SchemeVersion{id, range, {first, second}, {}};
    };
    Scheme scheme;
    scheme.id = "town";
    scheme.name = "镇方案";
    scheme.name_en = "town scheme";
    scheme.versions = {version("old", {{}, parse_date("2026-04-30")}, 600),
                       version("new", {parse_date("2026-05-01"), {}}, 800)};
    return scheme;
}

class Explain : public ::testing::Test {
protected:
    Explain() {
        site_.area = "999999001";
        member_.id.bytes[15] = 7;
        member_.number = "80000007";
        member_.name = "甄不存在";
        member_.tags = {{"dibao", {}}};
        menu_.meal = {tuesday, MealSlot::lunch};
        Dish set;
        set.id = {12};
        set.name = "套餐";
        set.name_en = "set meal";
        set.price = {1500};
        set.slots = {{"main", 1, {DishId{12}}}};
        Dish fish;
        fish.id = {13};
        fish.name = "鱼";
        fish.price = {300};
        fish.price_grams = 100;
        menu_.dishes = {set, fish};
        schemes_ = {{0, six_then_eight()}};
    }

    std::string told(const std::string& order, Date date = tuesday) {
        auto asked = request(order);
        asked.meal.date = date;
        auto answer = explain(asked, {site_, member_, schemes_, menu_, uses_, false});
        if (const auto* wrong = std::get_if<std::string>(&answer)) return *wrong;
        return std::get<Explanation>(answer).text;
    }

    Site site_;
    Member member_;
    Menu menu_;
    PrioritisedSchemes schemes_;
    Uses uses_;
};

TEST_F(Explain, says_line_by_line_what_each_step_gave) {
    EXPECT_EQ(told("12"),
              "member 80000007  2026-04-14 lunch  workday  dine in\n"
              "  set meal x1  15.00\n"
              "  food  15.00\n"
              "  uses counted: as of now\n"
              "scheme town (town scheme)  version old\n"
              "  step 1 subsidy: given 6.00 = district 6.00\n"
              "    used this day 0 / 1\n"
              "  step 2 subsidy: not for this member\n"
              "self-pay  9.00");
}

TEST_F(Explain, says_that_a_limit_is_used_up) {
    uses_[{member_.id, "town", UseKind::per_day, tuesday.days}] = 1;
    const auto text = told("12,13@250");
    EXPECT_NE(text.find("step 1 subsidy: the count or amount is used up\n    used this day 1 / 1"), std::string::npos)
        << text;
    EXPECT_NE(text.find("self-pay  22.50"), std::string::npos) << text;
}

TEST_F(Explain, takes_the_version_of_the_meals_own_date) {
    EXPECT_NE(told("12", parse_date("2026-05-01").value()).find("district 8.00"), std::string::npos);
    schemes_[0].second.versions.pop_back();
    EXPECT_NE(told("12", parse_date("2026-05-01").value()).find("no version is in force"), std::string::npos);
}

TEST_F(Explain, says_how_the_guest_must_be_known_and_was) {
    schemes_[0].second.versions[0].identification = {Identified::card, Identified::face};
    const auto text = told("12");
    EXPECT_NE(
        text.find(
            "not identified in one of the ways it asks for\n    asks to know the guest by card, face; was number"),
        std::string::npos)
        << text;
}

TEST_F(Explain, says_which_minimum_is_not_reached_and_how_classes_are_chosen) {
    auto& step = std::get<SubsidyStep>(schemes_[0].second.versions[0].steps[0]);
    step.choose = Choose::sum;
    EXPECT_NE(told("12").find("6.00 = district 6.00\n    all classes that match give"), std::string::npos)
        << told("12");
    step.terms.min_spend = MinSpend{{1500}, true, true};
    EXPECT_NE(told("12").find("below the minimum spend\n    asks for more than 15.00 of food still to pay"),
              std::string::npos)
        << told("12");
}

TEST_F(Explain, names_no_category_of_anybody) {
    for (const auto* word : {"dibao", "disabled", "low income", "甄不存在"})
        EXPECT_EQ(told("12").find(word), std::string::npos) << word;
}

TEST_F(Explain, says_what_the_menu_does_not_have) {
    EXPECT_EQ(told("99"), "Dish 99 is not on the menu.");
    EXPECT_EQ(told("13x2"), "Dish 13 is sold by weight: write DISH@GRAMS.");
    EXPECT_EQ(told("12@100"), "Dish 12 is sold by portion, not by weight.");
}

}  // namespace
}  // namespace canteen
