#include "canteen/files/tables/uses_csv.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

const Date wednesday = make_date(2026, 4, 15).value();

OpeningUse use(const char* number, const char* giver, UseKind kind, std::int32_t period, std::int64_t used) {
    return {{MemberId{}, giver, kind, period}, number, used};
}

TEST(UsesCsv, ReadsCountsAndAmountsOfThePeriodTheDateLiesIn) {
    const auto uses = read_uses_csv(
        "number,scheme,kind,date,used,meal\n"
        "001,six-a-day,per_week,2026-04-15,3,\n"
        "001,six-a-day,given_month,2026-04-15,12.50,\n"
        "002,acme,allowance,2026-04-15,8,dinner\n");
    ASSERT_TRUE(uses);
    const auto monday = (wednesday + -2).days;
    const auto first = (wednesday + -14).days;
    const auto dinner = period_of(UseKind::allowance, {wednesday, MealSlot::dinner});
    EXPECT_EQ(*uses, (std::vector<OpeningUse>{use("001", "six-a-day", UseKind::per_week, monday, 3),
                                              use("001", "six-a-day", UseKind::given_month, first, 12'50),
                                              use("002", "acme", UseKind::allowance, dinner, 8'00)}));
}

TEST(UsesCsv, NeedsNoMealColumnForWhatIsNotCountedByMeals) {
    EXPECT_TRUE(read_uses_csv("number,scheme,kind,date,used\n001,s,per_day,2026-04-15,1\n"));
    EXPECT_FALSE(read_uses_csv("number,scheme,kind,date,used\n001,s,per_slot,2026-04-15,1\n"));
}

TEST(UsesCsv, SaysWhatIsWrongAndWhere) {
    const std::string head = "number,scheme,kind,date,used,meal\n";
    const auto error_of = [&](const std::string& row) { return read_uses_csv(head + row).error(); };
    EXPECT_EQ(error_of("001,s,meal_eaten,2026-04-15,1,lunch\n").path, "kind");
    EXPECT_EQ(error_of("001,s,budget_year,2026-04-15,1,\n").path, "kind");
    EXPECT_EQ(error_of("001,s,per_day,2026-04-31,1,\n").path, "date");
    EXPECT_EQ(error_of("001,s,per_day,2026-04-15,1.5,\n").path, "used");
    EXPECT_EQ(error_of("001,s,per_day,2026-04-15,1099,\n").path, "used");
    EXPECT_EQ(error_of("001,s,per_day,2026-04-15,1,lunch\n").path, "meal");
    EXPECT_EQ(error_of("001,s,per_week,2026-04-13,1,\n001,s,per_week,2026-04-19,1,\n").line, 3U);
}

}  // namespace
}  // namespace canteen
