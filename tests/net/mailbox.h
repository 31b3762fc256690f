// Passes events from a loop's thread to the test's, which waits for them and never sleeps.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stdexcept>

namespace canteen {

// Generous: only a broken program ever waits this long.
inline constexpr std::chrono::seconds patience{60};

template <class Event>
class Mailbox {
public:
    void put(Event event) {
        const std::lock_guard lock(mutex_);
        events_.push_back(std::move(event));
        arrived_.notify_all();
    }

    // Returns the next event, in order. Throws if none comes.
    Event take() {
        std::unique_lock lock(mutex_);
        if (!arrived_.wait_for(lock, patience, [this] { return !events_.empty(); }))
            throw std::runtime_error("nothing happened");
        Event event = std::move(events_.front());
        events_.pop_front();
        return event;
    }

    bool empty() const {
        const std::lock_guard lock(mutex_);
        return events_.empty();
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Event> events_;
};

}  // namespace canteen
