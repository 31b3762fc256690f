// Person-meals as a table: one row a month, meal and group, with each payer's part.
#include "canteen/files/statements/service_counts_csv.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(ServiceCountsCsv, ARowIsAMonthMealAndGroupWithPortionsAndEveryPayersPart) {
    const Date april_14{20557};
    ServiceCounter counter;
    const Meal lunch{april_14, MealSlot::lunch};
    counter.add({lunch, MemberId{{1}}, {everybody, "age_80_89", "tag:dibao"}, {{"meals", 0, "city", {300}}}, 2});
    counter.add({lunch, {}, groups_without_number(), {{"meals", 0, "town", {100}}}, 20});
    EXPECT_EQ(
        write_service_counts(counter),
        "\xef\xbb\xbf月份,餐次,人群,人数,人次,份数,meals/city 人次,meals/city 金额,meals/town 人次,meals/town 金额\n"
        "2026-04,午餐,80-89岁,1,1,2,1,3.00,0,0.00\n"
        "2026-04,午餐,全部,1,2,22,1,3.00,1,1.00\n"
        "2026-04,午餐,无编号,0,1,20,0,0.00,1,1.00\n"
        "2026-04,午餐,dibao,1,1,2,1,3.00,0,0.00\n"
        "# 人次: 会员一餐计一人次，无编号顾客每单计一人次；份数: "
        "售出菜品与套餐的份数（称重一次计一份），已扣除退餐\n");
}

}  // namespace
}  // namespace canteen
