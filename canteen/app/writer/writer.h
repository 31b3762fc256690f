// The one that decides and commits. A step, driven by a thread in production and by the scheduler in a simulation.
// Owned by the writer thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "canteen/app/message.h"
#include "canteen/app/store.h"
#include "canteen/crypto/locked_memory.h"

namespace canteen {

using SessionId = std::uint64_t;  // 0: the server itself

inline constexpr std::size_t max_batch_commands = 256;

struct Submission {
    SessionId session = 0;
    Actor actor;
    Command command;
    std::string entry;             // the bytes the digest is over
    std::uint64_t device_seq = 0;  // 0: a device without numbers
    Hash entry_hash{};
    std::optional<Rejection> unreadable;     // an entry that could not be read: recorded as refused
    std::optional<std::string> put_aside{};  // why the server failed at it: recorded as unprocessable, not decided
};

// An entry that cannot be read may have no readable id; its hash in the till's chain names it as well.
CommandId recorded_id(const Submission& submission);

struct Addressed {
    SessionId session = 0;
    Answer answer;
};

// The outcome of one commit: all that it made true; handed over once, in commit order.
struct CommittedBatch {
    std::vector<Addressed> answers;
    std::vector<JournalRow> rows;
    Hash head{};        // of the last row
    TillStates chains;  // of the tills whose numbers moved on, as they now stand
};

class Writer {
public:
    Writer(Store& store, Canteen state, const Key& digest_key);

    // Decides all submissions in order, commits once, and says what happened. Throws StoreError: the caller ends the
    // process.
    CommittedBatch run_batch(std::vector<Submission> submissions, Timestamp now);

    // Says from which accounts the draft's member would pay it now, in the site's deduct order. Decides nothing.
    // Refuses menu_unknown, dish_unknown, line_invalid, member_unknown. Throws StoreError.
    std::variant<PaymentPlan, Rejection> plan(const OrderDraft& draft, Timestamp now);

    const Canteen& state() const { return state_; }
    Seq last_seq() const { return last_seq_; }

private:
    void load_needs(const Command& command, Timestamp now);

    class Turn;
    Store& store_;
    Canteen state_;
    LockedKey digest_key_;
    Seq last_seq_ = 0;
    TillStates chains_;
};

}  // namespace canteen
