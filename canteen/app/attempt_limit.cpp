#include "canteen/app/attempt_limit.h"

namespace canteen {

bool AttemptLimit::allows(const std::string& remote, Instant now) {
    auto found = wrong_.find(remote);
    if (found == wrong_.end()) return true;
    auto& times = found->second;
    while (!times.empty() && now - times.front() >= window) times.pop_front();
    if (!times.empty()) return times.size() < attempts;
    wrong_.erase(found);
    return true;
}

void AttemptLimit::note_wrong(const std::string& remote, Instant now) {
    if (wrong_.size() >= max_remotes) wrong_.clear();
    wrong_[remote].push_back(now);
}

}  // namespace canteen
