// Reads a claim's payer and period as people write them.
#include "canteen/domain/model/claim_line.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(ClaimLine, AddsItsMealOnceAndTakesItBackOnce) {
    const auto added = [](std::int64_t asked_before, std::int64_t share) {
        ClaimLine line;
        line.asked_before = {asked_before};
        line.share = {share};
        return meals_added(line);
    };
    EXPECT_EQ(added(0, 600), 1);
    EXPECT_EQ(added(600, -200), 0);
    EXPECT_EQ(added(600, -600), -1);
    EXPECT_EQ(added(-200, 600), 1) << "rejected after a correction, asked for again";
    EXPECT_EQ(added(-200, 200), 0) << "never accepted";
}

TEST(ClaimPeriod, IsAMonthOrAQuarter) {
    auto month = parse_claim_period("2026-04");
    ASSERT_TRUE(month.has_value());
    EXPECT_EQ(to_string(month->first), "2026-04-01");
    EXPECT_EQ(to_string(month->last), "2026-04-30");
    auto leap = parse_claim_period("2028-02");
    EXPECT_EQ(to_string(leap->last), "2028-02-29");
    auto last = parse_claim_period("2026Q4");
    EXPECT_EQ(to_string(last->first), "2026-10-01");
    EXPECT_EQ(to_string(last->last), "2026-12-31");
}

TEST(ClaimPeriod, IsWrittenAsItIsRead) {
    for (const char* text : {"2026-01", "2026-04", "2026-12", "2026Q1", "2026Q2", "2026Q3", "2026Q4"})
        EXPECT_EQ(to_string(*parse_claim_period(text)), text);
}

TEST(ClaimPeriod, NothingElseIsRead) {
    for (const char* text : {"", "2026", "2026-4", "2026-00", "2026-13", "2026Q0", "2026Q5", "2026q1", "2026/04",
                             "2026-04-01", "2026-+4", "202-004", "2026Q-"})
        EXPECT_FALSE(parse_claim_period(text).has_value()) << text;
}

TEST(ClaimLine, AddsItsMealOnceHoweverOftenItIsCorrected) {
    ClaimLine line;
    line.share = {600};
    EXPECT_EQ(meals_added(line), 1);
    line.asked_before = {600};
    line.share = {-150};
    EXPECT_EQ(meals_added(line), 0);
    line.share = {-600};
    EXPECT_EQ(meals_added(line), -1);
}

TEST(ClaimPayer, IsTheOwnerOfTheReceivableAccount) {
    EXPECT_EQ(parse_claim_payer("gz-zengcheng/city"), (ClaimPayer{"gz-zengcheng", "city"}));
    EXPECT_EQ(to_string(ClaimPayer{"gz-zengcheng", "city"}), "gz-zengcheng/city");
    for (const char* text : {"", "city", "/city", "gz/"}) EXPECT_FALSE(parse_claim_payer(text).has_value()) << text;
}

}  // namespace
}  // namespace canteen
