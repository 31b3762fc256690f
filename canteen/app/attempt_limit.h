// How often a remote address may be wrong: so many times a minute, by the steady clock. Owned by one thread.
#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <string>

namespace canteen {

class AttemptLimit {
public:
    using Instant = std::chrono::steady_clock::time_point;
    static constexpr std::size_t attempts = 10;
    static constexpr std::chrono::minutes window{1};
    static constexpr std::size_t max_remotes = 10'000;  // beyond it the whole table is forgotten

    bool allows(const std::string& remote, Instant now);
    void note_wrong(const std::string& remote, Instant now);

private:
    std::map<std::string, std::deque<Instant>> wrong_;
};

}  // namespace canteen
