// How often a remote address may be wrong: so many times a minute. Owned by one thread.
#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <string>

#include "canteen/domain/time.h"

namespace canteen {

class AttemptLimit {
public:
    static constexpr std::size_t attempts = 10;
    static constexpr std::chrono::minutes window{1};
    static constexpr std::size_t max_remotes = 10'000;  // beyond it the whole table is forgotten

    bool allows(const std::string& remote, Timestamp now);
    void note_wrong(const std::string& remote, Timestamp now);

private:
    std::map<std::string, std::deque<Timestamp>> wrong_;
};

}  // namespace canteen
