#include "canteen/engine/report_thread.h"

#include <utility>

namespace canteen {

ReportThread::ReportThread() : thread_([this] { run(); }) {}

ReportThread::~ReportThread() {
    {
        std::lock_guard lock(mutex_);
        closed_ = true;
        waiting_.clear();
    }
    something_.notify_one();
    thread_.join();
}

bool ReportThread::offer(std::function<void()> work) {
    {
        std::lock_guard lock(mutex_);
        if (closed_ || waiting_.size() >= max_waiting_reports) return false;
        waiting_.push_back(std::move(work));
    }
    something_.notify_one();
    return true;
}

void ReportThread::run() {
    while (true) {
        std::unique_lock lock(mutex_);
        something_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
        if (closed_) return;
        auto work = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        work();
    }
}

}  // namespace canteen
