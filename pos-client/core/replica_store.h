// Keeps the till's picture on its disk, so that a till that starts without a server sells from the last one; sealed,
// for it says who eats here, with which card and what he must not eat. Saved lazily: what is lost in a crash the server
// sends again. One thread.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>

#include "canteen/crypto/hash.h"
#include "pos-client/outbox/outbox.h"
#include "pos-client/till/replica.h"
#include "pos-client/upstream/upstream.h"

namespace canteen::till {

inline constexpr std::chrono::milliseconds save_picture_every{5'000};

class ReplicaStore {
public:
    // All is sealed under a key of the till's seed.
    ReplicaStore(Outbox& outbox, Replica& replica, Upstream& upstream, OffsetClock& clock, const SigningSeed& seed,
                 Random& random);

    // Brings back what was kept, and seals what an earlier program kept in the clear. What another key sealed counts as
    // not kept: the server sends it. Throws CodecError if it cannot be read.
    void load();
    // Saves the feeds that moved on since the last time.
    void save(Timestamp now);
    // save(), but not more often than `save_picture_every`.
    void save_if_due(Timestamp now);

private:
    FeedFrame frame_of(Feed feed) const;
    void seal_older(Feed feed);
    void keep_sealed(const std::string& name, const std::string& bytes);
    std::optional<std::string> opened(const std::string& name) const;
    void load_holdings();
    void save_holdings();

    Outbox& outbox_;
    Replica& replica_;
    Upstream& upstream_;
    OffsetClock& clock_;
    Key key_;
    Random& random_;
    std::array<Cursor, 3> saved_;  // of menu, sheets, uses
    Timestamp saved_at_;
};

}  // namespace canteen::till
