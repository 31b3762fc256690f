// Reports are read one after the other on a thread of their own, and a flood of them is refused.
#include "canteen/engine/report_thread.h"

#include <gtest/gtest.h>

#include <future>
#include <vector>

namespace canteen {
namespace {

TEST(ReportThread, WorksInOrderOnAnotherThread) {
    std::vector<int> done;
    std::promise<std::thread::id> last;
    {
        ReportThread reports;
        for (int n = 1; n <= 3; ++n) ASSERT_TRUE(reports.offer([&done, n] { done.push_back(n); }));
        ASSERT_TRUE(reports.offer([&last] { last.set_value(std::this_thread::get_id()); }));
        EXPECT_NE(last.get_future().get(), std::this_thread::get_id());
    }
    EXPECT_EQ(done, (std::vector<int>{1, 2, 3}));
}

TEST(ReportThread, RefusesWhatIsBeyondItsQueueAndTakesItLater) {
    std::promise<void> begun, go_on, through;
    ReportThread reports;
    ASSERT_TRUE(reports.offer([&] {
        begun.set_value();
        go_on.get_future().wait();
    }));
    begun.get_future().wait();
    for (std::size_t n = 1; n < max_waiting_reports; ++n) ASSERT_TRUE(reports.offer([] {}));
    ASSERT_TRUE(reports.offer([&through] { through.set_value(); }));
    EXPECT_FALSE(reports.offer([] {}));
    go_on.set_value();
    through.get_future().wait();
    EXPECT_TRUE(reports.offer([] {}));
}

}  // namespace
}  // namespace canteen
