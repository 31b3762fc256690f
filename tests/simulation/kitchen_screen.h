// A kitchen's screen on the real wire: it follows its feed, marks what it cooks, and sends again whatever was not
// answered. One thread.
#pragma once

#include <deque>
#include <memory>
#include <string>

#include "tests/simulation/server_process.h"
#include "tests/support/follower.h"

namespace canteen::simulation {

class KitchenScreen {
public:
    KitchenScreen(World& world, ServerProcess& server, std::uint32_t number);

    Device device() const;
    std::string cookie() const { return "cookie of the kitchen"; }
    void start() { dial(); }
    // Marks, hands over or acknowledges any ticket on the screen.
    void work_on_any();
    void give(CommandBody body);
    const testing::Follower::Picture& picture() { return follower_.picture(Feed::kitchen); }
    bool has_open_commands() const { return !unanswered_.empty(); }

private:
    void dial();
    void on_frame(std::string_view frame);
    void on_feed(FeedFrame frame);
    void on_answer(const Answer& answer);
    void lose_line();
    void every_second(const std::shared_ptr<Line>& line);
    void send(const ClientMessage& message);

    World& world_;
    ServerProcess& server_;
    DeviceId id_;
    testing::SeededRandom random_;
    testing::Follower follower_;
    std::shared_ptr<Line> line_;
    std::deque<Command> unanswered_;
    Timestamp heard_;
    bool is_welcome_ = false;
    bool has_asked_ = false;  // a Resume is under way
};

}  // namespace canteen::simulation
