// The outbox as the upstream sees it: a numbered chain of entries to be sent until each is answered. One thread.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "pos-client/till/entry.h"
#include "pos-client/till/pickup.h"

namespace canteen::till {

// Where a numbering stands: the last entry's number and hash.
struct ChainHead {
    std::uint64_t device_seq = 0;
    Hash hash{};
    bool operator==(const ChainHead&) const = default;
};

// Why a till began a new chain, and what came of it; the cashier is told.
struct ChainRestart {
    std::string reason;         // "outbox_behind", "chain_broken", "entries_missing"
    std::size_t moved = 0;      // entries that the server lacked and gets now
    std::uint64_t missing = 0;  // that it lacks and this till no longer keeps
    bool operator==(const ChainRestart&) const = default;
};

class Backlog {
public:
    virtual ~Backlog() = default;
    virtual ChainHead head() const = 0;
    // What the present chain begins behind: the head of the server's when it was begun. Entries up to that number are
    // of earlier chains and all answered; their numbers say no more than their order.
    virtual ChainHead base() const = 0;
    // The hash at that number of the present chain, base included; nothing if it is not kept. Of 0: all zero.
    virtual std::optional<Hash> hash_at(std::uint64_t device_seq) const = 0;
    // Nothing if it is not kept.
    virtual std::optional<Entry> entry_of(CommandId command) const = 0;
    // The oldest entry without an answer; head + 1 if every one has its.
    virtual std::uint64_t first_queued() const = 0;
    // Entries from that number on, in order, without a gap; at most `limit`. Empty if the first is not kept.
    virtual std::vector<Entry> entries_from(std::uint64_t device_seq, std::size_t limit) const = 0;
    // The same, over gaps.
    virtual std::vector<Entry> kept_from(std::uint64_t device_seq, std::size_t limit) const = 0;
    // How many entries of later numbers are kept.
    virtual std::uint64_t kept_after(std::uint64_t device_seq) const = 0;
    // The server was restored from before these: they wait for an answer again.
    virtual void requeue_after(std::uint64_t device_seq) = 0;
    // The server's epoch that this file has heard last; 0: it does not say.
    virtual std::uint64_t epoch() const = 0;
    virtual void note_epoch(std::uint64_t epoch) = 0;
    // Begins a new chain behind `base`: entries of these numbers, and all that wait, follow it in their order, under
    // new numbers and hashes; their ids and bytes stay. All others stand before it and keep their answers.
    virtual void start_chain(const ChainHead& base, const std::set<std::uint64_t>& moved) = 0;
    // Until somebody has seen it.
    virtual void tell_restart(const ChainRestart& restart) = 0;

    virtual const PickupCounts& pickups() const = 0;
    // The larger of this and what the till has of the date.
    virtual void raise_pickups(PickupCount count) = 0;
};

}  // namespace canteen::till
