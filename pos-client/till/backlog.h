// The outbox as the upstream sees it: a numbered chain of entries to be sent until each is answered. One thread.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "pos-client/till/entry.h"
#include "pos-client/till/pickup.h"

namespace canteen::till {

// The end of a numbering: the last entry's number and hash.
struct ChainHead {
    std::uint64_t device_seq = 0;
    Hash hash{};
    bool operator==(const ChainHead&) const = default;
};

// The reason why a till began a new chain, and the outcome, for the cashier to be told.
struct ChainRestart {
    std::string reason;         // "outbox_behind", "chain_broken", "entries_missing"
    std::size_t moved = 0;      // entries that the server lacked and gets now
    std::uint64_t missing = 0;  // entries that it lacks and this till no longer keeps
    bool operator==(const ChainRestart&) const = default;
};

class Backlog {
public:
    virtual ~Backlog() = default;
    virtual ChainHead head() const = 0;
    // Returns the place behind which the present chain begins: the head of the server's chain when it was begun.
    // Entries up to that number are from earlier chains and all answered; their numbers tell only their order.
    virtual ChainHead base() const = 0;
    // Returns the hash at that number of the present chain, base included; nothing if it is not kept. At 0 it is all
    // zero.
    virtual std::optional<Hash> hash_at(std::uint64_t device_seq) const = 0;
    // Returns nothing if it is not kept.
    virtual std::optional<Entry> entry_of(CommandId command) const = 0;
    // Returns the oldest entry without an answer; head + 1 if every entry has its answer.
    virtual std::uint64_t first_queued() const = 0;
    // Returns entries from that number on, in order, without a gap; at most `limit`. Empty if the first is not kept.
    virtual std::vector<Entry> entries_from(std::uint64_t device_seq, std::size_t limit) const = 0;
    // Does the same, over gaps.
    virtual std::vector<Entry> kept_from(std::uint64_t device_seq, std::size_t limit) const = 0;
    // Counts the entries of later numbers that are kept.
    virtual std::uint64_t kept_after(std::uint64_t device_seq) const = 0;
    // Lets later entries wait for an answer again: the server was restored from before these.
    virtual void requeue_after(std::uint64_t device_seq) = 0;
    // Returns the server's epoch that this file has heard last; 0 if it does not say.
    virtual std::uint64_t epoch() const = 0;
    virtual void note_epoch(std::uint64_t epoch) = 0;
    // Begins a new chain behind `base`. The entries in `moved`, and all that wait, follow it in their order, under new
    // numbers and hashes; their ids and bytes stay. All others stand before it and keep their answers.
    virtual void start_chain(const ChainHead& base, const std::set<std::uint64_t>& moved) = 0;
    // Shows the restart until somebody has seen it.
    virtual void tell_restart(const ChainRestart& restart) = 0;

    virtual const PickupCounts& pickups() const = 0;
    // Keeps the larger of this count and the till's own for the date.
    virtual void raise_pickups(PickupCount count) = 0;
};

}  // namespace canteen::till
