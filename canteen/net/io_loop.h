// One thread's loop of sockets and timers. Its callbacks run on the thread that is in run().
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

    // Runs until stop(). Throws what a callback throws.
    void run();
    // Any thread.
    void stop();
    // Runs the work on the loop, in the order posted. Any thread.
    void post(std::function<void()> work);
    // Runs the work first after one interval, and then until the loop ends.
    void every(std::chrono::milliseconds interval, std::function<void()> work);
    void after(std::chrono::milliseconds delay, std::function<void()> work);
    // Runs the work at each of these signals, which lose their default effect.
    void on_signal(const std::vector<int>& signals, std::function<void(int)> work);

    // Only net/ itself uses this.
    boost::asio::io_context& context();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace canteen
