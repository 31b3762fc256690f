#include "canteen/files/tables/balances_csv.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(BalancesCsv, ReadsPrincipalAndBonusInYuan) {
    const auto balances = read_balances_csv("number,principal,bonus\n001,120.50,20\n002,0.05,\n");
    ASSERT_TRUE(balances);
    EXPECT_EQ(*balances, (std::vector<OpeningBalance>{{{}, "001", {120'50}, {20'00}}, {{}, "002", {5}, {}}}));
}

TEST(BalancesCsv, ReadsPointsToo) {
    const auto balances = read_balances_csv("number,principal,points\n001,0,120\n002,1,\n");
    ASSERT_TRUE(balances);
    EXPECT_EQ(*balances, (std::vector<OpeningBalance>{{{}, "001", {}, {}, 120}, {{}, "002", {1'00}, {}, 0}}));
    EXPECT_FALSE(read_balances_csv("number,principal,points\n001,0,1000001\n"));
}

TEST(BalancesCsv, SaysWhatIsWrongAndWhere) {
    EXPECT_EQ(read_balances_csv("number,principal\n001,-1\n").error().line, 2U);
    EXPECT_FALSE(read_balances_csv("number,principal\n001,5000.01\n"));
    EXPECT_FALSE(read_balances_csv("number,principal\n001,1\n001,2\n"));
    EXPECT_FALSE(read_balances_csv("number\n001\n"));
}

}  // namespace
}  // namespace canteen
