#include "canteen/app/sale_time.h"

#include <gtest/gtest.h>

#include "canteen/domain/site.h"
#include "tests/support/lunch.h"

namespace canteen {
namespace {

using namespace std::chrono_literals;
using testing::noon;

RecordSale sold(Timestamp at, std::optional<Timestamp> last_sale, Timestamp receipt = noon()) {
    RecordSale sale;
    sale.sold_at = at;
    keep_believable(sale, last_sale, receipt);
    return sale;
}

TEST(SaleTime, ASaleSinceTheOneBeforeIsBelieved) {
    auto sale = sold(noon() - 10min, noon() - 30min);
    EXPECT_EQ(sale.sold_at, noon() - 10min);
    EXPECT_FALSE(sale.clock_doubtful);
}

TEST(SaleTime, ASaleThatSeemsEarlierBecauseTheTillSetItsClockRightIsBelieved) {
    EXPECT_FALSE(sold(noon() - 31min, noon() - 30min).clock_doubtful);
}

TEST(SaleTime, ASaleLongBeforeTheOneBeforeIsMarkedAndGetsTheReceiptsTime) {
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

TEST(SaleTime, AnAskBoundsTheSaleAfterItAndADoubtfulSaleDoesNot) {
    PlaceOrder ask;
    ask.answer_by = noon() + till_answer_wait - 5min;
    EXPECT_EQ(sale_time_of(ask, noon()), noon() - 5min);
    EXPECT_EQ(sale_time_of(sold(noon() - 9min, noon() - 30min), noon()), noon() - 9min);
    EXPECT_EQ(sale_time_of(sold(noon() - 50min, noon() - 30min), noon()), std::nullopt);
    EXPECT_EQ(sale_time_of(CancelOrder{}, noon()), std::nullopt);
}

TEST(SaleTime, QueuedSalesOfALineThatKeptBreakingAreAllBelieved) {
    auto receipt = noon();
    std::optional<Timestamp> last;
    for (int minute = 30; minute > 0; --minute) {
        auto sale = sold(noon() - std::chrono::minutes(minute), last, receipt);
        EXPECT_FALSE(sale.clock_doubtful);
        last = sale_time_of(sale, receipt);
    }
}

}  // namespace
}  // namespace canteen
