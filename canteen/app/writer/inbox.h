// The queue before the writer: bounded, so that a flood is answered `busy` instead of filling memory. Any thread.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>

#include "canteen/app/writer/writer.h"

namespace canteen {

inline constexpr std::size_t max_waiting_submissions = 4096;
// Bounds one device, so that none fills the inbox for all; beyond it: busy. The server's own have no such bound.
inline constexpr std::size_t max_waiting_of_till = 64;
inline constexpr std::size_t max_waiting_of_screen = 32;
inline constexpr std::size_t max_waiting_tasks = 256;

// Work on the store that is no command; done between two batches, on the writer's thread.
using WriterTask = std::function<void(Store&, Writer&)>;

class Inbox {
public:
    explicit Inbox(std::size_t max_submissions = max_waiting_submissions) : max_submissions_(max_submissions) {}

    // False if it is full, for all or for this device, or closed: nothing was taken in.
    bool offer(Submission submission);
    bool offer(WriterTask task);

    struct Waiting {
        std::vector<WriterTask> tasks;
        std::vector<Submission> submissions;  // at most one batch, in the order they came
    };
    // Takes out what waits now, without blocking.
    Waiting take();
    // Blocks until something waits, the time is over or the inbox is closed. False once it is closed and empty.
    bool wait(std::chrono::milliseconds at_most);
    // Nothing is taken in any more; work that waits is still done.
    void close();

private:
    // Counts it; false: the device has its part already.
    bool has_room_for(const Actor& actor);

    std::size_t max_submissions_;
    std::mutex mutex_;
    std::condition_variable something_;
    std::deque<Submission> submissions_;
    std::map<DeviceId, std::size_t> waiting_;  // of each device that has any
    std::deque<WriterTask> tasks_;
    bool closed_ = false;
};

}  // namespace canteen
