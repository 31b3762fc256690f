// The tills that a service lent to another process: it leaves each alone for a while, then until its directory is free
// again. One thread.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <vector>

namespace canteen::till {

// Whoever asks for a till opens it within this time.
inline constexpr std::chrono::seconds lent_at_least{10};

class AwayTills {
public:
    using Time = std::chrono::steady_clock::time_point;

    void lend(const std::filesystem::path& directory, Time now) { until_[directory] = now + lent_at_least; }
    // Lends those that another process took in the meantime.
    void lend_taken(const std::vector<std::filesystem::path>& directories, Time now);
    bool has(const std::filesystem::path& directory) const { return until_.contains(directory); }
    bool any() const { return !until_.empty(); }
    // Returns true if one or more came back, which are away no more.
    bool take_back(Time now);

private:
    std::map<std::filesystem::path, Time> until_;
};

}  // namespace canteen::till
