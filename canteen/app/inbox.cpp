#include "canteen/app/inbox.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace canteen {

bool Inbox::offer(Submission submission) {
    {
        std::lock_guard lock(mutex_);
        if (closed_ || submissions_.size() >= max_submissions_) return false;
        submissions_.push_back(std::move(submission));
    }
    something_.notify_one();
    return true;
}

bool Inbox::offer(WriterTask task) {
    {
        std::lock_guard lock(mutex_);
        if (closed_ || tasks_.size() >= max_waiting_tasks) return false;
        tasks_.push_back(std::move(task));
    }
    something_.notify_one();
    return true;
}

Inbox::Waiting Inbox::take() {
    std::lock_guard lock(mutex_);
    Waiting waiting;
    waiting.tasks.assign(std::move_iterator(tasks_.begin()), std::move_iterator(tasks_.end()));
    tasks_.clear();
    auto end = submissions_.begin() + static_cast<std::ptrdiff_t>(std::min(submissions_.size(), max_batch_commands));
    waiting.submissions.assign(std::move_iterator(submissions_.begin()), std::move_iterator(end));
    submissions_.erase(submissions_.begin(), end);
    return waiting;
}

bool Inbox::wait(std::chrono::milliseconds at_most) {
    std::unique_lock lock(mutex_);
    auto something = [this] { return closed_ || !submissions_.empty() || !tasks_.empty(); };
    something_.wait_for(lock, at_most, something);
    return !(closed_ && submissions_.empty() && tasks_.empty());
}

void Inbox::close() {
    {
        std::lock_guard lock(mutex_);
        closed_ = true;
    }
    something_.notify_all();
}

}  // namespace canteen
