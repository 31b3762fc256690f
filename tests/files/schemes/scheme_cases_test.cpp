#include "canteen/files/schemes/scheme_cases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace canteen {
namespace {

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::filesystem::path> schemes_in(const char* folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(CANTEEN_SOURCE_DIR) + folder)) {
        if (entry.path().extension() == ".json") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

void expect_all_cases_pass(const std::vector<std::filesystem::path>& paths) {
    for (const auto& path : paths) {
        const auto file = read_scheme_file(text_of(path));
        ASSERT_TRUE(file) << path << ": " << to_string(file.error());
        EXPECT_FALSE(file->cases.empty()) << path;
        for (const auto& result : run_cases(*file)) {
            EXPECT_TRUE(result.passed()) << path << " " << result.id << ": " << result.difference;
        }
    }
}

TEST(SchemeCases, every_shipped_scheme_passes_all_its_cases) {
    const auto paths = schemes_in("/deploy/schemes");
    ASSERT_EQ(paths.size(), 8u);
    expect_all_cases_pass(paths);
}

// The schemes are those of other places, as they are reported, and made-up ones for what no real one asks.
TEST(SchemeCases, schemes_of_other_places_can_be_said_and_pass_all_their_cases) {
    const auto paths = schemes_in("/tests/data/places");
    ASSERT_EQ(paths.size(), 15u);
    expect_all_cases_pass(paths);
}

// Makes two versions: 3 yuan for everyone until 2025, then 5 yuan; the operator is paid 1 yuan a subsidised meal.
SchemeFile two_versions(const std::string& case_fields, const std::string& expect) {
    const auto version = [](const char* head, const char* fen) {
        return std::string("{") + head + R"(, "steps": [{"subsidy": {"limits": {"per_day": 1}, "classes": [{"id": "all",
            "benefits": [{"payer": "gov", "fixed": {"fen": )" +
               fen + R"(}}]}]}}],
            "operator_payments": [{"kind": "OPERATING", "payer": "gov", "amount_fen": 100, "subsidised_only": true}]})";
    };
    const auto file = read_scheme_file(
        R"({"id": "two", "name": "two", "source": "made up", "versions": [)" +
        version(R"("id": "new", "effective_from": "2026-01-01")", "500") + "," +
        version(R"("id": "old", "effective_from": "2025-01-01", "effective_to": "2025-12-31")", "300") +
        R"(], "cases": [{"id": "c", "person": {"age": 70}, "order": {"food_fen": 1500, "mode": "DINE_IN"}, )" +
        case_fields + R"(, "expect": )" + expect + "}]}");
    EXPECT_TRUE(file) << to_string(file.error());
    return *file;
}

std::string difference(const std::string& case_fields, const std::string& expect) {
    return run_cases(two_versions(case_fields, expect)).at(0).difference;
}

const std::string lunch = R"("meal": {"slot": "LUNCH", "day": "WORKDAY"})";
const std::string three_yuan = R"({"by_payer_fen": {"gov": 300}, "self_pay_fen": 1200})";
const std::string five_yuan = R"({"by_payer_fen": {"gov": 500}, "self_pay_fen": 1000})";
const std::string nothing = R"({"by_payer_fen": {}, "self_pay_fen": 1500, "to_operator_fen": {}})";

std::string lunch_on(const std::string& date) {
    return R"("meal": {"slot": "LUNCH", "day": "WORKDAY", "date": ")" + date + "\"}";
}

TEST(SchemeCases, a_case_is_judged_by_its_version_else_its_date_else_the_last_of_the_file) {
    EXPECT_EQ(difference(R"("version": "new", )" + lunch_on("2025-06-01"), five_yuan), "");
    EXPECT_EQ(difference(lunch_on("2025-12-31"), three_yuan), "");
    EXPECT_EQ(difference(lunch_on("2026-01-01"), five_yuan), "");
    EXPECT_EQ(difference(lunch, three_yuan), "");
}

TEST(SchemeCases, a_meal_outside_every_version_gets_nothing) {
    EXPECT_EQ(difference(lunch_on("2024-12-31"), nothing), "");
}

TEST(SchemeCases, the_history_counts_before_the_order) {
    EXPECT_EQ(difference(lunch + R"(, "history": {"subsidised_today": 1})", nothing), "");
    EXPECT_EQ(difference(lunch + R"(, "history": {"subsidised_this_week": 1})", three_yuan), "") << "no such limit";
}

TEST(SchemeCases, a_failing_case_says_what_differs) {
    EXPECT_EQ(difference(lunch, R"({"by_payer_fen": {"gov": 600}, "self_pay_fen": 900})"),
              "gov 300 instead of 600 fen; self-pay 1200 instead of 900 fen");
    EXPECT_EQ(difference(lunch, R"({"by_payer_fen": {"city": 300}, "self_pay_fen": 1200})"),
              "city 0 instead of 300 fen; gov 300 instead of 0 fen");
    EXPECT_EQ(
        difference(lunch,
                   R"({"by_payer_fen": {"gov": 300}, "self_pay_fen": 1200, "to_operator_fen": {"delivery": 50}})"),
        "operating payment 100 instead of 0 fen; delivery payment 0 instead of 50 fen");
}

TEST(SchemeCases, are_counted) {
    const CaseCounts counts = count({{"a", ""}, {"b", "gov 1 instead of 2 fen"}, {"c", ""}});
    EXPECT_EQ(counts.passed, 2u);
    EXPECT_EQ(counts.failed, 1u);
}

}  // namespace
}  // namespace canteen
