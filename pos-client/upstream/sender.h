// Which entries are to be sent now: in order, a bounded number under way, from the server's last on, and again from the
// one it had no room for. Sans-I/O; one thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "canteen/app/message.h"
#include "pos-client/till/backlog.h"
#include "pos-client/upstream/backoff.h"

namespace canteen::till {

inline constexpr std::size_t max_entries_under_way = 32;
inline constexpr std::chrono::milliseconds busy_wait_first{50}, busy_wait_longest{5'000};
inline constexpr std::chrono::milliseconds answer_patience{10'000};  // then the connection is taken for dead

class Sender {
public:
    Sender(Backlog& backlog, Random& random) : backlog_(backlog), random_(random) {}

    // A connection was welcomed; `server` is what the server has of this till.
    void on_welcome(const TillState& server);
    void on_closed();
    // True if the answer is final and its entry settled by it; false if the entry has to be sent again.
    bool on_answer(const Answer& answer, Timestamp now);
    // What may be sent now.
    std::vector<Submit> take(Timestamp now);

    // Every entry is sent and the server takes them: an ask would be decided at once.
    bool flows() const;
    // An entry has waited longer than `answer_patience`.
    bool overdue(Timestamp now) const;
    // Why nothing more can be sent until somebody looks at it: "outbox_behind", "chain_broken", "entries_missing"; ""
    // if all is well. Keys of the texts.
    const std::string& stuck() const { return stuck_; }

private:
    bool agrees_with(const TillState& server) const;
    void send_again_from(std::uint64_t device_seq, Timestamp now);

    Backlog& backlog_;
    Random& random_;
    Backoff wait_{busy_wait_first, busy_wait_longest};
    bool open_ = false;
    bool held_up_ = false;               // the last answer was to send again
    std::uint64_t next_ = 0;             // the next number to send
    std::set<std::uint64_t> under_way_;  // sent and not answered
    Timestamp not_before_;               // the server asked for patience
    Timestamp waiting_since_;            // of the oldest under way
    std::string stuck_;
};

}  // namespace canteen::till
