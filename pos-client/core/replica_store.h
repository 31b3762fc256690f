// Keeps the till's picture on its disk, so that a till that starts without a server sells from the last one. Sealed,
// for it says who eats here, with which card and what they must not eat. Saved lazily: the server sends again what a
// crash loses. One thread.
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
    // Seals everything under a key derived from the till's seed.
    ReplicaStore(Outbox& outbox, Replica& replica, Upstream& upstream, OffsetClock& clock, DeviceId device,
                 const SigningSeed& seed, Random& random);

    // Brings back what was kept, and seals what an earlier program kept in the clear. Treats what another key sealed as
    // not kept: the server sends it. Throws CodecError if the kept bytes cannot be read.
    void load();
    // Saves the feeds that moved on since the last time.
    void save(Timestamp now);
    // Does the same as save(), but not more often than `save_picture_every`.
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
    DeviceId device_;
    std::array<Cursor, 4> saved_;  // for menu, sheets, uses, staff
    Timestamp saved_at_;
};

}  // namespace canteen::till
