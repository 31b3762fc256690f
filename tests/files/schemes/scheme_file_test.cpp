#include "canteen/files/schemes/scheme_file.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace canteen {
namespace {

// Every kind of step and every optional field once.
constexpr const char* whole_language = R"({
 "id": "all", "name": "全", "name_en": "All", "source": "made up",
 "versions": [
  {"id": "1", "effective_to": "2025-12-31", "steps": []},
  {"id": "2", "effective_from": "2026-01-01", "steps": [
   {"subsidy": {"meals": ["LUNCH", "DINNER"], "days": ["WORKDAY", "HOLIDAY"], "modes": ["DINE_IN"],
    "limits": {"per_slot": 1, "per_day": 2, "per_week": 5}, "min_spend": {"fen": 800, "strict": true},
    "classes": [{"id": "a", "who": [{"age_from": 60, "age_to": 79, "hukou_within": "CITY", "resident": true, "approved": true,
      "any_tag": ["x"], "all_tags": ["y"], "no_tag": ["z"]}], "min_spend": {"fen": 900}, "benefits": [
      {"payer": "city", "fixed": {"fen": 300}, "hukou_within": "DISTRICT"},
      {"payer": "gov", "by_slot": {"breakfast_fen": 100, "lunch_fen": 200}},
      {"payer": "gov", "share": {"numerator": 1, "denominator": 4, "cap_fen": 300}}]}]}},
   {"discount": {"payer": "canteen", "classes": [{"pay_percent": 90}, {"who": [], "pay_percent_by_meal_of_day": [0, 50]}]}},
   {"fixed_price": {"payer": "gov", "list_price_fen": 1500, "classes": [{"self_pay_fen": 1200}]}},
   {"quota": {"payer": "community", "period": "CALENDAR_MONTH", "amount_fen": 5000, "classes": [{}]}},
   {"delivery_fee": {"payer": "gov", "classes": [{"amount_fen": 200}]}}],
  "operator_payments": [{"kind": "OPERATING", "payer": "city", "amount_fen": 150, "subsidised_only": true,
   "modes": ["DELIVERY"], "who": [{"any_tag": ["x"]}], "kitchen": "OTHER"}]}],
 "cases": [{"id": "c", "note": "n", "version": "2", "person": {"age": 60, "hukou": "STREET", "resident": true,
   "approved": true, "tags": ["x"]}, "meal": {"slot": "LUNCH", "day": "WORKDAY", "date": "2026-04-14"},
   "order": {"food_fen": 1500, "delivery_fee_fen": 300, "mode": "DELIVERY", "own_kitchen": true},
   "history": {"subsidised_this_slot": 1, "subsidised_today": 2, "subsidised_this_week": 3, "meals_eaten_today": 4,
    "quota_used_this_month_fen": 5}, "expect": {"by_payer_fen": {"gov": 200}, "self_pay_fen": 1600,
    "to_operator_fen": {"operating": 150, "delivery": 0}}}]
})";

// Returns the whole language with one place changed: the first `from`, which must exist.
std::string with(std::string_view from, std::string_view to) {
    std::string text = whole_language;
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(SchemeFile, reads_the_whole_language) {
    const auto file = read_scheme_file(whole_language);
    ASSERT_TRUE(file) << to_string(file.error());
    const Scheme& scheme = file->scheme;
    EXPECT_EQ(scheme.id, "all");
    EXPECT_EQ(scheme.name, "全");
    EXPECT_EQ(scheme.name_en, "All");
    EXPECT_EQ(scheme.source, "made up");
    ASSERT_EQ(scheme.versions.size(), 2u);
    const auto first_day = parse_date("2026-01-01").value();
    EXPECT_EQ(scheme.version_on(first_day + -1)->id, "1");
    EXPECT_EQ(scheme.version_on(first_day)->id, "2");
    const auto& steps = scheme.versions[1].steps;
    ASSERT_EQ(steps.size(), 5u);
    EXPECT_EQ(std::get<DiscountStep>(steps[1]), (DiscountStep{"canteen", {{{}, 90, {}}, {{}, {}, {0, 50}}}}));
    EXPECT_EQ(std::get<FixedPriceStep>(steps[2]), (FixedPriceStep{"gov", {{{}, {1500}, {1200}}}}));
    EXPECT_EQ(std::get<QuotaStep>(steps[3]), (QuotaStep{"community", {5000}, {Who{}}}));
    EXPECT_EQ(std::get<DeliveryFeeStep>(steps[4]), (DeliveryFeeStep{"gov", {{{}, {200}}}}));
}

TEST(SchemeFile, reads_every_field_of_a_subsidy) {
    const auto file = read_scheme_file(whole_language);
    ASSERT_TRUE(file);
    const auto& step = std::get<SubsidyStep>(file->scheme.versions.at(1).steps.at(0));
    EXPECT_EQ(step.terms.meals, (std::vector{MealSlot::lunch, MealSlot::dinner}));
    EXPECT_EQ(step.terms.days, (std::vector{DayKind::workday, DayKind::holiday, DayKind::make_up_workday}));
    EXPECT_EQ(step.terms.modes, std::vector{ServiceMode::dine_in});
    EXPECT_EQ(step.terms.limits, (Limits{1, 2, 5}));
    EXPECT_EQ(step.terms.min_spend, (MinSpend{{800}, true}));
    ASSERT_EQ(step.classes.size(), 1u);
    const SubsidyClass& c = step.classes[0];
    EXPECT_EQ(c.id, "a");
    EXPECT_EQ(c.min_spend, (MinSpend{{900}, false}));
    EXPECT_EQ(c.who, (Who{{60, 79, SharedArea::city, true, true, {"x"}, {"y"}, {"z"}}}));
    EXPECT_EQ(c.benefits, (std::vector<SchemeBenefit>{{{"city", FixedBenefit{{300}}}, SharedArea::district},
                                                      {{"gov", BySlotBenefit{{100}, {200}, {0}}}, {}},
                                                      {{"gov", ShareBenefit{1, 4, {300}}}, {}}}));
}

TEST(SchemeFile, reads_operator_payments_and_cases) {
    const auto file = read_scheme_file(whole_language);
    ASSERT_TRUE(file);
    Condition tagged;
    tagged.any_tag = {"x"};
    EXPECT_EQ(file->scheme.versions.at(1).operator_payments,
              (std::vector<OperatorPayment>{
                  {OperatorPaymentKind::operating, "city", {150}, true, {ServiceMode::delivery}, {tagged}, false}}));
    ASSERT_EQ(file->cases.size(), 1u);
    const SchemeCase& c = file->cases[0];
    EXPECT_EQ(c.version, "2");
    EXPECT_EQ(c.person, (Facts{60, SharedArea::street, true, {"all"}, {"x"}, 60, {"all"}, SharedArea::street}));
    EXPECT_EQ(c.date, parse_date("2026-04-14"));
    EXPECT_EQ(c.delivery_fee, Fen{300});
    EXPECT_TRUE(c.own_kitchen);
    EXPECT_EQ(c.history.subsidised_this_week, 3u);
    EXPECT_EQ(c.history.quota_used_this_month, Fen{5});
    EXPECT_EQ(c.expect.by_payer, (std::map<std::string, Fen>{{"gov", {200}}}));
    EXPECT_EQ(c.expect.to_operator->operating, Fen{150});
}

TEST(SchemeFile, the_text_is_kept_and_yields_the_same_scheme_again) {
    const auto once = read_scheme_file(whole_language);
    ASSERT_TRUE(once);
    EXPECT_EQ(once->scheme.text, whole_language);
    const auto again = read_scheme_file(once->scheme.text);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->scheme, once->scheme);
}

TEST(SchemeFile, what_is_optional_may_be_absent) {
    const auto file = read_scheme_file(
        R"({"id":"a","name":"b","source":"","versions":[{"id":"1","steps":[{"subsidy":{"classes":[
            {"id":"all","benefits":[{"payer":"gov","share":{"numerator":1,"denominator":2}}]}]}},
            {"fixed_price":{"payer":"g","classes":[{"list_price_fen":1500,"self_pay_fen":900}]}}]}]})");
    ASSERT_TRUE(file) << to_string(file.error());
    EXPECT_TRUE(file->cases.empty());
    EXPECT_EQ(std::get<FixedPriceStep>(file->scheme.versions[0].steps[1]).classes.at(0).list_price, Fen{1500});
}

struct Refused {
    const char* from;
    const char* to;
    const char* path;
    const char* message;
};

void expect_refused(const std::vector<Refused>& table) {
    for (const auto& row : table) {
        const auto file = read_scheme_file(with(row.from, row.to));
        ASSERT_FALSE(file) << row.to;
        EXPECT_EQ(file.error().path, row.path) << row.to;
        EXPECT_EQ(file.error().message.substr(0, std::string_view(row.message).size()), row.message) << row.to;
    }
}

TEST(SchemeFile, an_unknown_key_is_refused_wherever_it_stands) {
    expect_refused({
        {"\"id\": \"all\"", "\"id\": \"all\", \"ID\": 1", "", "unknown key \"ID\""},
        {"\"effective_to\"", "\"effective_till\"", "versions[0]", "unknown key \"effective_till\""},
        {"{\"subsidy\"", "{\"gift\": {}, \"subsidy\"", "versions[1].steps[0]", "unknown key \"gift\""},
        {"\"meals\"", "\"meal\"", "versions[1].steps[0].subsidy", "unknown key \"meal\""},
        {"\"per_week\"", "\"per_decade\"", "versions[1].steps[0].subsidy.limits", "unknown key"},
        {"\"strict\"", "\"strictly\"", "versions[1].steps[0].subsidy.min_spend", "unknown key"},
        {"\"any_tag\"", "\"tags\"", "versions[1].steps[0].subsidy.classes[0].who[0]", "unknown key"},
        {"{\"fen\": 300}", "{\"fen\": 300, \"yuan\": 3}", "versions[1].steps[0].subsidy.classes[0].benefits[0].fixed",
         "unknown key"},
        {"{\"pay_percent\": 90}", "{\"pay_percent\": 90, \"x\": 1}", "versions[1].steps[1].discount.classes[0]",
         "unknown key"},
        {"\"classes\": [{}]", "\"classes\": [{\"amount_fen\": 1}]", "versions[1].steps[3].quota.classes[0]",
         "unknown key"},
        {"\"kitchen\"", "\"kitchens\"", "versions[1].operator_payments[0]", "unknown key"},
        {"\"note\"", "\"notes\"", "cases[0]", "unknown key"},
        {"{\"age\": 60,", "{\"age\": 60, \"name\": \"n\",", "cases[0].person", "unknown key"},
        {"\"own_kitchen\"", "\"kitchen\"", "cases[0].order", "unknown key"},
        {"\"meals_eaten_today\"", "\"meals_today\"", "cases[0].history", "unknown key"},
        {"\"operating\"", "\"operation\"", "cases[0].expect.to_operator_fen", "unknown key"},
    });
}

TEST(SchemeFile, a_missing_field_is_named) {
    expect_refused({
        {"\"id\": \"all\", ", "", "", "lacks \"id\""},
        {"\"name\": \"全\", ", "", "", "lacks \"name\""},
        {", \"source\": \"made up\"", "", "", "lacks \"source\""},
        {"{\"id\": \"1\", ", "{", "versions[0]", "lacks \"id\""},
        {", \"steps\": []", "", "versions[0]", "lacks \"steps\""},
        {"{\"payer\": \"city\", ", "{", "versions[1].steps[0].subsidy.classes[0].benefits[0]", "lacks \"payer\""},
        {", \"fixed\": {\"fen\": 300}", "", "versions[1].steps[0].subsidy.classes[0].benefits[0]",
         "must have exactly one of"},
        {"\"breakfast_fen\": 100, \"lunch_fen\": 200", "",
         "versions[1].steps[0].subsidy.classes[0].benefits[1].by_slot", "lacks an amount"},
        {"\"denominator\": 4, ", "", "versions[1].steps[0].subsidy.classes[0].benefits[2].share",
         "lacks \"denominator\""},
        {"{\"pay_percent\": 90}", "{}", "versions[1].steps[1].discount.classes[0]", "must have exactly one of"},
        {"\"list_price_fen\": 1500, ", "", "versions[1].steps[2].fixed_price.classes[0]", "lacks \"list_price_fen\""},
        {"\"period\": \"CALENDAR_MONTH\", ", "", "versions[1].steps[3].quota", "lacks \"period\""},
        {"{\"amount_fen\": 200}", "{}", "versions[1].steps[4].delivery_fee.classes[0]", "lacks \"amount_fen\""},
        {"{\"kind\": \"OPERATING\", ", "{", "versions[1].operator_payments[0]", "lacks \"kind\""},
        {"\"age\": 60, ", "", "cases[0].person", "lacks \"age\""},
        {"\"day\": \"WORKDAY\", ", "", "cases[0].meal", "lacks \"day\""},
        {"\"mode\": \"DELIVERY\", ", "", "cases[0].order", "lacks \"mode\""},
        {"\"self_pay_fen\": 1600,", "", "cases[0].expect", "lacks \"self_pay_fen\""},
        {"{\"delivery_fee\":", "{}, {\"delivery_fee\":", "versions[1].steps[4]", "must be exactly one of"},
    });
}

TEST(SchemeFile, a_wrong_type_is_refused_and_never_converted) {
    const std::string fixed = "versions[1].steps[0].subsidy.classes[0].benefits[0].fixed";
    expect_refused({
        {"\"id\": \"all\"", "\"id\": 7", "id", "must be a text"},
        {"\"id\": \"all\"", "\"id\": \"\"", "id", "must not be empty"},
        {"{\"fen\": 300}", "{\"fen\": \"300\"}", (fixed + ".fen").c_str(), "must be a whole number"},
        {"{\"fen\": 300}", "{\"fen\": 300.0}", (fixed + ".fen").c_str(), "must be a whole number"},
        {"{\"fen\": 300}", "{\"fen\": 3e2}", (fixed + ".fen").c_str(), "must be a whole number"},
        {"{\"fen\": 300}", "{\"fen\": null}", (fixed + ".fen").c_str(), "must be a whole number"},
        {"{\"fen\": 300}", "300", fixed.c_str(), "must be an object"},
        {"\"steps\": []", "\"steps\": {}", "versions[0].steps", "must be a list"},
        {"\"resident\": true", "\"resident\": 1", "versions[1].steps[0].subsidy.classes[0].who[0].resident",
         "must be true or false"},
        {"\"any_tag\": [\"x\"]", "\"any_tag\": \"x\"", "versions[1].steps[0].subsidy.classes[0].who[0].any_tag",
         "must be a list"},
        {"[\"LUNCH\", \"DINNER\"]", "[2]", "versions[1].steps[0].subsidy.meals[0]", "must be a text"},
        {"{\"gov\": 200}", "[]", "cases[0].expect.by_payer_fen", "must be an object"},
    });
}

TEST(SchemeFile, an_unknown_word_is_refused) {
    expect_refused({
        {"\"LUNCH\"", "\"SUPPER\"", "versions[1].steps[0].subsidy.meals[0]",
         "unknown word \"SUPPER\"; known are BREAKFAST, LUNCH, DINNER"},
        {"\"LUNCH\"", "\"lunch\"", "versions[1].steps[0].subsidy.meals[0]", "unknown word"},
        {"\"HOLIDAY\"", "\"SUNDAY\"", "versions[1].steps[0].subsidy.days[1]", "unknown word"},
        {"\"DINE_IN\"", "\"TO_GO\"", "versions[1].steps[0].subsidy.modes[0]", "unknown word"},
        {"\"CITY\"", "\"PROVINCE\"", "versions[1].steps[0].subsidy.classes[0].who[0].hukou_within", "unknown word"},
        {"\"CALENDAR_MONTH\"", "\"YEAR\"", "versions[1].steps[3].quota.period", "unknown word"},
        {"\"OPERATING\"", "\"BONUS\"", "versions[1].operator_payments[0].kind", "unknown word"},
        {"\"OTHER\"", "\"ANY\"", "versions[1].operator_payments[0].kitchen", "unknown word"},
    });
}

TEST(SchemeFile, amounts_percentages_and_bands_out_of_bounds_are_refused) {
    const std::string share = "versions[1].steps[0].subsidy.classes[0].benefits[2].share";
    expect_refused({
        {"{\"fen\": 300}", "{\"fen\": -1}", "versions[1].steps[0].subsidy.classes[0].benefits[0].fixed.fen",
         "must not be negative, is -1"},
        {"\"amount_fen\": 5000", "\"amount_fen\": -5000", "versions[1].steps[3].quota.amount_fen",
         "must not be negative"},
        {"\"food_fen\": 1500", "\"food_fen\": -1", "cases[0].order.food_fen", "must not be negative"},
        {"{\"gov\": 200}", "{\"gov\": -200}", "cases[0].expect.by_payer_fen.gov", "must not be negative"},
        {"\"amount_fen\": 5000", "\"amount_fen\": 1000000000001", "versions[1].steps[3].quota.amount_fen",
         "must be at most 1000000000000"},
        {"{\"pay_percent\": 90}", "{\"pay_percent\": 101}", "versions[1].steps[1].discount.classes[0].pay_percent",
         "must be at most 100, is 101"},
        {"[0, 50]", "[0, 150]", "versions[1].steps[1].discount.classes[1].pay_percent_by_meal_of_day[1]",
         "must be at most 100"},
        {"\"numerator\": 1", "\"numerator\": 5", share.c_str(), "a share of more than the whole"},
        {"\"denominator\": 4", "\"denominator\": 0", (share + ".denominator").c_str(), "must be at least 1"},
        {"\"age_to\": 79", "\"age_to\": 59", "versions[1].steps[0].subsidy.classes[0].who[0]", "age band upside down"},
        {"\"per_day\": 2", "\"per_day\": 0", "versions[1].steps[0].subsidy.limits.per_day", "must be at least 1"},
    });
}

TEST(SchemeFile, versions_must_not_overlap_nor_end_before_they_begin) {
    expect_refused({
        {"2025-12-31", "2026-01-01", "versions[1]", "version \"2\" overlaps version \"1\""},
        {"\"effective_to\": \"2025-12-31\", ", "", "versions[1]", "version \"2\" overlaps version \"1\""},
        {"{\"id\": \"1\", ", "{\"id\": \"1\", \"effective_from\": \"2026-01-01\", ", "versions[0]",
         "effective_to is before effective_from"},
        {"2025-12-31", "2025-02-29", "versions[0].effective_to", "must be a date"},
        {"{\"id\": \"2\"", "{\"id\": \"1\"", "versions[1]", "version \"1\" is given twice"},
        {"\"version\": \"2\"", "\"version\": \"3\"", "cases[0].version", "the scheme has no version \"3\""},
    });
    const auto none = read_scheme_file(R"({"id":"a","name":"b","source":"c","versions":[]})");
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().path, "versions");
}

TEST(SchemeFile, versions_overlap_in_whatever_order_they_stand) {
    const auto file_with = [](const char* first, const char* second) {
        return read_scheme_file(std::string(R"({"id":"a","name":"b","source":"c","versions":[{"id":"1","steps":[],)") +
                                first + R"(},{"id":"2","steps":[],)" + second + "}]}");
    };
    const char* until_new_year = R"("effective_to":"2025-12-31")";
    const char* from_new_year = R"("effective_from":"2026-01-01")";
    const char* from_the_day_before = R"("effective_from":"2025-12-31")";
    EXPECT_TRUE(file_with(from_new_year, until_new_year));
    EXPECT_TRUE(file_with(until_new_year, from_new_year));
    EXPECT_FALSE(file_with(from_the_day_before, until_new_year));
    EXPECT_FALSE(file_with(until_new_year, from_the_day_before));
    EXPECT_FALSE(file_with(until_new_year, R"("effective_from":"2025-01-01","effective_to":"2025-02-01")")) << "inside";
}

TEST(SchemeFile, an_id_that_would_be_another_schemes_account_is_refused) {
    const auto file = read_scheme_file(R"({"id": "a/b", "name": "a", "source": "made up", "versions": []})");
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().path, "id");
}

TEST(SchemeFile, a_key_given_twice_and_bad_syntax_are_refused_with_their_place) {
    const auto twice = read_scheme_file(with("\"per_day\": 2", "\"per_slot\": 2"));
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().path, "versions[1].steps[0].subsidy.limits");
    EXPECT_EQ(twice.error().message, "key \"per_slot\" is given twice");
    const auto comma = read_scheme_file("{\n \"id\": \"a\",\n}");
    ASSERT_FALSE(comma);
    EXPECT_EQ(comma.error().line, 3u);
    EXPECT_EQ(comma.error().column, 1u);
}

TEST(SchemeFile, a_file_cut_anywhere_is_refused) {
    const std::string_view text = whole_language;
    for (std::size_t length = 0; length < text.size(); ++length) {
        EXPECT_FALSE(read_scheme_file(text.substr(0, length))) << length;
    }
}

RC_GTEST_PROP(SchemeFile, with_any_byte_changed_is_read_or_refused_with_words, ()) {
    std::string text = whole_language;
    text[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::arbitrary<char>();
    const auto file = read_scheme_file(text);
    if (!file) RC_ASSERT(!file.error().message.empty());
}

TEST(SchemeFile, classes_and_cases_have_ids_of_their_own) {
    std::string text = whole_language;
    const auto cases = text.find("\"cases\": [") + std::string_view("\"cases\": [").size();
    const std::string one = text.substr(cases, text.rfind(']') - cases);
    const auto twice = read_scheme_file(text.insert(cases, one + ","));
    ASSERT_FALSE(twice);
    EXPECT_EQ(to_string(twice.error()), "cases[1]: case \"c\" is given twice");
    const auto classes = read_scheme_file(
        with("\"classes\": [{\"id\": \"a\"", "\"classes\": [{\"id\": \"a\", \"benefits\": []}, {\"id\": \"a\""));
    ASSERT_FALSE(classes);
    EXPECT_EQ(classes.error().message, "class \"a\" is given twice");
}

}  // namespace
}  // namespace canteen
