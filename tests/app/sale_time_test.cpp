#include "canteen/app/sale_time.h"

#include <gtest/gtest.h>

#include "tests/support/lunch.h"

namespace canteen {
namespace {

using namespace std::chrono_literals;
using testing::noon;

RecordSale sold(Timestamp at, std::optional<Timestamp> contact, Timestamp receipt = noon()) {
    RecordSale sale;
    sale.sold_at = at;
    keep_believable(sale, contact, receipt);
    return sale;
}

TEST(SaleTime, ASaleSinceTheLastContactIsBelieved) {
    auto sale = sold(noon() - 10min, noon() - 30min);
    EXPECT_EQ(sale.sold_at, noon() - 10min);
    EXPECT_FALSE(sale.clock_doubtful);
}

TEST(SaleTime, ASaleJustBeforeTheConnectionBrokeIsBelieved) {
    EXPECT_FALSE(sold(noon() - 31min, noon() - 30min).clock_doubtful);
}

TEST(SaleTime, ASaleLongBeforeTheLastContactIsMarkedAndGetsTheReceiptsTime) {
    auto sale = sold(noon() - 33min, noon() - 30min);
    EXPECT_EQ(sale.sold_at, noon());
    EXPECT_TRUE(sale.clock_doubtful);
}

TEST(SaleTime, ASaleInTheFutureIsMarkedAndGetsTheReceiptsTime) {
    auto sale = sold(noon() + 1min, noon() - 30min);
    EXPECT_EQ(sale.sold_at, noon());
    EXPECT_TRUE(sale.clock_doubtful);
}

TEST(SaleTime, AClockSlightlyAheadIsHeldWithoutAMark) {
    auto sale = sold(noon() + clock_tolerance, noon() - 30min);
    EXPECT_EQ(sale.sold_at, noon());
    EXPECT_FALSE(sale.clock_doubtful);
}

TEST(SaleTime, WithoutAnyContactAWeekIsBelieved) {
    EXPECT_FALSE(sold(noon() - oldest_believed_sale, std::nullopt).clock_doubtful);
    EXPECT_TRUE(sold(noon() - oldest_believed_sale - 1ms, std::nullopt).clock_doubtful);
}

TEST(SaleTime, ATillCannotMarkItsOwnClock) {
    RecordSale sale;
    sale.sold_at = noon();
    sale.clock_doubtful = true;
    keep_believable(sale, std::nullopt, noon());
    EXPECT_FALSE(sale.clock_doubtful);
}

}  // namespace
}  // namespace canteen
