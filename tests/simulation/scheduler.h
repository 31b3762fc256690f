// Virtual time: a queue of what happens next. Two things of the same instant happen in the order they were asked for.
// One thread.
#pragma once

#include <cstdint>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

#include "canteen/domain/base/time.h"

namespace canteen::simulation {

using Milliseconds = std::chrono::milliseconds;

class Scheduler {
public:
    explicit Scheduler(Timestamp start) : now_(start) {}

    Timestamp now() const { return now_; }
    void after(Milliseconds delay, std::function<void()> work) { at(now_ + delay, std::move(work)); }
    void at(Timestamp time, std::function<void()> work) { queue_.push({time, ++last_, std::move(work)}); }

    // Lets everything happen that is due until then.
    void run_until(Timestamp end) {
        while (!queue_.empty() && queue_.top().time <= end) {
            auto due = queue_.top();
            queue_.pop();
            now_ = std::max(now_, due.time);
            due.work();
        }
        now_ = end;
    }
    void run_for(Milliseconds time) { run_until(now_ + time); }

private:
    struct Due {
        Timestamp time;
        std::uint64_t number = 0;
        std::function<void()> work;
        bool operator<(const Due& other) const {
            return std::pair(time, number) > std::pair(other.time, other.number);  // the queue's top is its greatest
        }
    };
    Timestamp now_;
    std::uint64_t last_ = 0;
    std::priority_queue<Due> queue_;
};

}  // namespace canteen::simulation
