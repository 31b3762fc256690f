#include "pos-client/replay/sales_file.h"

#include <gtest/gtest.h>

namespace canteen::till::test {
namespace {

using std::chrono::milliseconds;

TEST(SalesFile, readsAnOrderOfSeveralRowsAsOneCheckout) {
    const auto file = read_sales(
        "at_ms,register,order,dish,quantity,grams,member,mode,pay\n"
        "5000,2,b,101,2,,1001,takeaway,wechat\n"
        "1000,1,a,104,,350,,,\n"
        "5000,2,b,104,,200,,,\n");
    ASSERT_TRUE(file) << to_string(file.error());
    ASSERT_EQ(file->size(), 2U);
    const auto& a = file->at("1").at(0);
    EXPECT_EQ(a.at, milliseconds{1'000});
    EXPECT_EQ(a.basket.lines, (std::vector<BasketLine>{{{104}, 1, 350}}));
    EXPECT_EQ(a.basket.mode, ServiceMode::dine_in);
    EXPECT_EQ(a.pay, TenderKind::cash);
    const auto& b = file->at("2").at(0);
    EXPECT_EQ(b.basket.lines, (std::vector<BasketLine>{{{101}, 2}, {{104}, 1, 200}}));
    EXPECT_EQ(b.basket.member_number, "1001");
    EXPECT_EQ(b.basket.mode, ServiceMode::takeaway);
    EXPECT_EQ(b.pay, TenderKind::wechat);
}

TEST(SalesFile, putsARegistersCheckoutsInOrderOfTime) {
    const auto file = read_sales("at_ms,register,order,dish\n2000,1,late,101\n1000,1,early,101\n");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->at("1").at(0).order, "early");
    EXPECT_EQ(file->at("1").at(1).order, "late");
}

TEST(SalesFile, takesBackWhatTheRegisterSold) {
    const auto file = read_sales("at_ms,register,order,dish,action\n1,1,a,101,\n2,1,a,,cancel\n");
    ASSERT_TRUE(file) << to_string(file.error());
    EXPECT_FALSE(file->at("1").at(0).cancel);
    EXPECT_TRUE(file->at("1").at(1).cancel);
    const auto other = read_sales("at_ms,register,order,dish,action\n1,1,a,101,\n2,2,a,,cancel\n");
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().line, 3U);
}

TEST(SalesFile, readsTheChoiceOfASetMeal) {
    const auto file = read_sales("at_ms,register,order,dish,chosen\n1,1,a,201,101+102\n");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->at("1").at(0).basket.lines.at(0).chosen, (std::vector<DishId>{{101}, {102}}));
}

TEST(SalesFile, namesThePlaceOfWhatItCannotRead) {
    const std::string head = "at_ms,register,order,dish,grams,mode,chosen,pay\n";
    for (const auto* row : {"x,1,a,101,,,,", "1,,a,101,,,,", "1,1,,101,,,,", "1,1,a,,,,,", "1,1,a,101,99999,,,",
                            "1,1,a,101,,by_drone,,", "1,1,a,101,,,1+,", "1,1,a,101,,,,shells"}) {
        const auto file = read_sales(head + row + "\n");
        ASSERT_FALSE(file) << row;
        EXPECT_EQ(file.error().line, 2U) << row;
    }
    EXPECT_FALSE(read_sales("at_ms,register,order,dish,colour\n"));
}

}  // namespace
}  // namespace canteen::till::test
