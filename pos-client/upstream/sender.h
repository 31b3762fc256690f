// Chooses the entries to be sent now: in order, a bounded number under way, from the server's last on, and again from
// the one it had no room for. If server and till do not tell the same story (an older till file, an older backup), it
// asks about every entry it keeps, which changes nothing, and puts those that the server lacks into a new chain that
// begins at the server's head. Sans-I/O; one thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
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

    // Begins on a connection that was welcomed. `server` is what the server has of this till, `protocol` what it can
    // read, `epoch` which of its lives it is in.
    void on_welcome(const TillState& server, std::uint32_t protocol, Epoch epoch);
    void on_closed();
    // Returns the answer under the number its entry has here, if it is final; nothing if the entry has to be sent
    // again.
    std::optional<Answer> on_answer(Answer answer, Timestamp now);
    // Returns the entries that may be sent now.
    std::vector<Submit> take(Timestamp now);

    // True if every entry is sent and the server takes them: an ask would be decided at once.
    bool flows() const;
    // True if an entry has waited longer than `answer_patience`.
    bool overdue(Timestamp now) const;
    // True while it asks about what is kept: the server's story differs from the outbox's.
    bool compares() const { return !fork_.empty(); }
    // True if only a new greeting tells where the server stands.
    bool wants_greeting() const { return doubts_; }
    // Says why nothing more can be sent until somebody looks at it: "chain_broken", "server_older"; "" if all is well.
    // Keys of the texts.
    const std::string& stuck() const { return stuck_; }

private:
    void requeue(Epoch epoch);
    std::string why_forked() const;
    std::vector<Entry> next_entries(std::size_t limit) const;
    void begin_new_chain();
    void follow_server(const Entry& entry);
    bool is_last(const Answer& answer, std::uint64_t number, bool was_expected, Timestamp now);
    void send_again_from(std::uint64_t device_seq, Timestamp now);

    Backlog& backlog_;
    Random& random_;
    Backoff wait_{busy_wait_first, busy_wait_longest};
    bool open_ = false;
    bool held_up_ = false;               // the last answer was to send again
    std::uint64_t next_ = 0;             // the next number to send
    std::set<std::uint64_t> under_way_;  // sent and not answered
    Timestamp not_before_;               // the server asked for patience
    Timestamp waiting_since_;            // since when the oldest under way has waited
    TillState server_;                   // as welcomed
    std::uint32_t protocol_ = protocol_version;
    std::string fork_;                 // why kept entries are compared; "": they are not
    std::set<std::uint64_t> unknown_;  // entries the server said it lacks
    bool has_new_chain_ = false;       // begun on this connection
    bool doubts_ = false;              // an answer told of another story
    std::string stuck_;
};

}  // namespace canteen::till
