#include "canteen/app/writer/inbox.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace canteen {

bool Inbox::offer(Submission submission) {
    {
        std::lock_guard lock(mutex_);
        if (closed_ || submissions_.size() >= max_submissions_ || !has_room_for(submission.actor)) return false;
        submissions_.push_back(std::move(submission));
    }
    something_.notify_one();
    return true;
}

bool Inbox::has_room_for(const Actor& actor) {
    if (actor.device.is_nil()) return true;
    auto& waiting = waiting_[actor.device];
    if (waiting >= (actor.role == Role::till ? max_waiting_of_till : max_waiting_of_screen)) return false;
    ++waiting;
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
    for (const auto& taken : waiting.submissions)
        if (auto found = waiting_.find(taken.actor.device); found != waiting_.end() && --found->second == 0)
            waiting_.erase(found);
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
