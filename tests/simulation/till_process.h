// A till as it runs: the real seller over a real outbox file, driven by the scheduler. It can end at any moment and
// come back from its file. Its clock is its own. One thread.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "pos-client/core/till.h"
#include "tests/simulation/counter_book.h"
#include "tests/simulation/server_process.h"

namespace canteen::simulation {

class TillProcess {
public:
    TillProcess(World& world, ServerProcess& server, CounterBook& book, std::uint32_t number, std::string letters,
                const std::filesystem::path& directory);

    Device device() const;
    // Takes the place of a till that an older program left in that directory, with its sales. Before the start.
    void take_over(const std::filesystem::path& directory);
    void start();
    // Ends the process as a power cut does.
    void stop();
    void restart_after(Milliseconds down);
    bool is_up() const { return seller_ != nullptr; }
    // Copies its file as of now, and goes back to it: what was written since is gone from the till.
    void copy_file();
    bool has_copy() const { return std::filesystem::exists(copy_); }
    void go_back_to_copy_after(Milliseconds down);
    // Goes on under a new key, which the server is told of; the old one is no good any more.
    void pair_again_after(Milliseconds down);
    // Tells the server the key once more: the server was restored from before that, or lost it.
    void make_key_known();
    void set_online(bool online);
    void skew_clock(Milliseconds by, int drift_ppm);

    // Returns nothing if the till is off or cannot name a price.
    std::optional<OrderId> sell(const till::Basket& basket);
    void cancel(OrderId order);
    // Takes back any one of its sales.
    void cancel_any();
    void cancel_last();
    bool is_online() const { return is_online_; }

    // Whoever stands at the till: called once it runs, before it ends, with what it tells, when it goes back to its
    // copy and with each entry that it lost by that.
    std::function<void()> on_start = [] {}, on_stop = [] {};
    std::function<void(const till::News&)> on_news = [](const till::News&) {};
    std::function<void()> on_older_file = [] {};
    std::function<void(const till::Entry&)> on_forgotten = [](const till::Entry&) {};
    // Carries away what the till wants to send and to tell; whoever did something at it calls this.
    void pump();
    Timestamp local_now() const;
    const SigningSeed& seed() const { return seed_; }
    // Makes hours pass in fewer steps.
    void set_tick(Milliseconds tick) { tick_ = tick; }

    till::Outbox& outbox() { return *outbox_; }
    till::Till& seller() { return *seller_; }
    // Returns null if it has no connection.
    Line* line() { return line_.get(); }
    // Returns the news of the order as words, "queued committed".
    std::string story_of(OrderId order) const;
    std::size_t open_entries() const { return outbox_ ? outbox_->queued_count() : 1; }

private:
    void forget_what_is_not_in_the_copy();
    void every_tick(std::uint64_t run);
    void dial();
    void hang_up();
    void hear(const till::News& news);

    World& world_;
    ServerProcess& server_;
    CounterBook& book_;
    DeviceId id_;
    SigningSeed seed_{};
    std::string letters_;
    std::filesystem::path file_, copy_;
    testing::SeededRandom random_;
    std::unique_ptr<till::Outbox> outbox_;
    std::unique_ptr<till::Till> seller_;
    std::shared_ptr<Line> line_;
    std::vector<OrderId> sold_;
    std::vector<std::pair<OrderId, std::string>> told_;
    std::map<OrderId, till::Basket> baskets_;
    Milliseconds skew_{0};
    std::int64_t drift_ppm_ = 0;
    Timestamp begun_;
    std::uint64_t run_ = 0;
    Milliseconds tick_{100};
    bool is_online_ = true;
};

}  // namespace canteen::simulation
