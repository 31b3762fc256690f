// One thread's loop of sockets and timers. What it calls runs on the thread that is in run().
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace canteen {

class IoLoop {
public:
    IoLoop();
    ~IoLoop();

    // Returns after stop(). What a callback throws comes out here.
    void run();
    // Any thread.
    void stop();
    // Any thread. In order.
    void post(std::function<void()> work);
    // The first time after one interval; until the loop ends.
    void every(std::chrono::milliseconds interval, std::function<void()> work);
    void after(std::chrono::milliseconds delay, std::function<void()> work);
    // At each of these signals, which lose their default effect.
    void on_signal(const std::vector<int>& signals, std::function<void(int)> work);

    // For net/ itself.
    boost::asio::io_context& context();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace canteen
