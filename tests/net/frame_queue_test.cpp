#include "canteen/net/frame_queue.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

std::shared_ptr<const std::string> frame(std::string bytes) {
    return std::make_shared<const std::string>(std::move(bytes));
}

TEST(FrameQueue, GivesFramesBackInTheirOrder) {
    FrameQueue queue(100, 10);
    EXPECT_TRUE(queue.push(frame("a")));
    EXPECT_TRUE(queue.push(frame("b")));
    EXPECT_EQ(*queue.pop(), "a");
    EXPECT_EQ(*queue.pop(), "b");
    EXPECT_TRUE(queue.empty());
}

TEST(FrameQueue, IsEmptiedByOneTooMany) {
    FrameQueue by_bytes(4, 10), by_count(100, 1);
    EXPECT_TRUE(by_bytes.push(frame("1234")));
    EXPECT_FALSE(by_bytes.push(frame("5")));
    EXPECT_TRUE(by_bytes.empty());
    EXPECT_TRUE(by_bytes.push(frame("1234"))) << "nothing is counted any more";
    EXPECT_TRUE(by_count.push(frame("")));
    EXPECT_FALSE(by_count.push(frame("")));
}

TEST(FrameQueue, HasRoomUpToHalfOfBothBounds) {
    FrameQueue queue(4, 4);
    queue.push(frame("12"));
    EXPECT_TRUE(queue.has_room());
    queue.push(frame("3"));
    EXPECT_FALSE(queue.has_room());
    queue.pop();
    queue.push(frame(""));
    EXPECT_TRUE(queue.has_room());
    queue.push(frame(""));
    EXPECT_FALSE(queue.has_room());
}

}  // namespace
}  // namespace canteen
