#include "canteen/app/writer/inbox.h"

#include <gtest/gtest.h>

#include <thread>

#include "tests/support/lunch.h"

namespace canteen {
namespace {

using testing::own;

TEST(Inbox, IsBounded) {
    Inbox inbox(2);
    EXPECT_TRUE(inbox.offer(own(Tick{})));
    EXPECT_TRUE(inbox.offer(own(Tick{})));
    EXPECT_FALSE(inbox.offer(own(Tick{})));
    EXPECT_EQ(inbox.take().submissions.size(), 2u);
    EXPECT_TRUE(inbox.offer(own(Tick{})));
}

TEST(Inbox, GivesABatchAtATimeInTheOrderItCame) {
    Inbox inbox;
    std::vector<CommandId> sent;
    for (std::size_t i = 0; i < max_batch_commands + 1; ++i) {
        auto submission = own(Tick{});
        sent.push_back(submission.command.id);
        inbox.offer(std::move(submission));
    }
    std::vector<CommandId> taken;
    for (auto expected : {max_batch_commands, std::size_t{1}}) {
        auto waiting = inbox.take();
        EXPECT_EQ(waiting.submissions.size(), expected);
        for (const auto& s : waiting.submissions) taken.push_back(s.command.id);
    }
    EXPECT_EQ(taken, sent);
}

Submission from(DeviceId device, Role role) {
    auto submission = own(Tick{});
    submission.actor = {device, role};
    return submission;
}

TEST(Inbox, GivesEachDeviceItsPartAndNoMore) {
    Inbox inbox;
    const auto flooding = testing::id_of<DeviceId>(1), other = testing::id_of<DeviceId>(2);
    for (std::size_t i = 0; i < max_waiting_of_screen; ++i) EXPECT_TRUE(inbox.offer(from(flooding, Role::kitchen)));
    EXPECT_FALSE(inbox.offer(from(flooding, Role::kitchen)));
    for (std::size_t i = 0; i < max_waiting_of_till; ++i) EXPECT_TRUE(inbox.offer(from(other, Role::till)));
    EXPECT_FALSE(inbox.offer(from(other, Role::till)));
    EXPECT_TRUE(inbox.offer(own(Tick{}))) << "the server's own";
    inbox.take();
    EXPECT_TRUE(inbox.offer(from(flooding, Role::kitchen))) << "once they are taken there is room again";
}

TEST(Inbox, ClosedTakesNothingInButGivesWhatWaits) {
    Inbox inbox;
    inbox.offer(own(Tick{}));
    inbox.close();
    EXPECT_FALSE(inbox.offer(own(Tick{})));
    EXPECT_TRUE(inbox.wait(std::chrono::hours{1}));
    EXPECT_EQ(inbox.take().submissions.size(), 1u);
    EXPECT_FALSE(inbox.wait(std::chrono::hours{1}));
}

TEST(Inbox, LosesNothingBetweenThreads) {
    Inbox inbox;
    constexpr int each = 500;
    auto send = [&inbox] {
        for (int i = 0; i < each; ++i) inbox.offer(Submission{});
    };
    std::thread one(send), two(send);
    std::size_t taken = 0;
    while (taken < 2 * each && inbox.wait(std::chrono::minutes{1})) taken += inbox.take().submissions.size();
    one.join();
    two.join();
    EXPECT_EQ(taken, 2u * each);
}

}  // namespace
}  // namespace canteen
