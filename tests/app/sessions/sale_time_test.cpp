#include "canteen/app/sessions/sale_time.h"

#include <gtest/gtest.h>

#include "tests/support/lunch.h"

namespace canteen {
namespace {

using namespace std::chrono_literals;
using testing::noon;

RecordSale sold(Timestamp at) {
    RecordSale sale;
    sale.sold_at = at;
    keep_believable(sale, noon());
    return sale;
}

TEST(SaleTime, ASaleOfTheLastSevenDaysIsBelieved) {
    for (auto ago : {0h, 1h, 7 * 24h}) {
        auto sale = sold(noon() - ago);
        EXPECT_EQ(sale.sold_at, noon() - ago);
        EXPECT_FALSE(sale.clock_doubtful);
    }
}

TEST(SaleTime, AnOlderSaleIsMarkedAndGetsTheReceiptsTime) {
    auto sale = sold(noon() - 7 * 24h - 1s);
    EXPECT_EQ(sale.sold_at, noon());
    EXPECT_EQ(sale.said_at, noon() - 7 * 24h - 1s);
    EXPECT_TRUE(sale.clock_doubtful);
}

TEST(SaleTime, ASaleInTheFutureIsMarkedAndGetsTheReceiptsTime) {
    auto sale = sold(noon() + 1min);
    EXPECT_EQ(sale.sold_at, noon());
    EXPECT_TRUE(sale.clock_doubtful);
}

TEST(SaleTime, AClockALittleAheadIsSetBackToTheReceiptAndBelieved) {
    auto sale = sold(noon() + 1s);
    EXPECT_EQ(sale.sold_at, noon());
    EXPECT_FALSE(sale.clock_doubtful);
}

}  // namespace
}  // namespace canteen
