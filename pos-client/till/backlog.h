// The outbox as the upstream sees it: a numbered chain of entries to be sent until each is answered. One thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pos-client/till/entry.h"
#include "pos-client/till/pickup.h"

namespace canteen::till {

// Where the till's numbering stands.
struct ChainHead {
    std::uint64_t device_seq = 0;
    Hash hash{};
    PickupCount pickup;
    bool operator==(const ChainHead&) const = default;
};

class Backlog {
public:
    virtual ~Backlog() = default;
    virtual ChainHead head() const = 0;
    // The hash of that entry, or nothing if it is not kept. Of 0: the chain's beginning, all zero.
    virtual std::optional<Hash> hash_at(std::uint64_t device_seq) const = 0;
    // Nothing if it is not kept.
    virtual std::optional<Entry> entry_of(CommandId command) const = 0;
    // The oldest entry without an answer; head + 1 if every one has its.
    virtual std::uint64_t first_queued() const = 0;
    // Entries from that number on, in order, without a gap; at most `limit`. Empty if the first is not kept.
    virtual std::vector<Entry> entries_from(std::uint64_t device_seq, std::size_t limit) const = 0;
    // The server was restored from before these: they wait for an answer again.
    virtual void requeue_after(std::uint64_t device_seq) = 0;
    // A till without any entry goes on where the server knows it stood. Never called on a till that has entries.
    virtual void adopt(const ChainHead& head) = 0;
};

}  // namespace canteen::till
