// Keeps the till's picture on its disk, so that a till that starts without a server sells from the last one. Saved
// lazily: what is lost in a crash the server sends again. One thread.
#pragma once

#include <array>
#include <chrono>

#include "pos-client/outbox/outbox.h"
#include "pos-client/till/picture.h"
#include "pos-client/upstream/upstream.h"

namespace canteen::till {

inline constexpr std::chrono::milliseconds save_picture_every{5'000};

class PictureKeeper {
public:
    PictureKeeper(Outbox& outbox, const Picture& picture, Upstream& upstream, OffsetClock& clock);

    // Brings back what was kept. Throws CodecError if it cannot be read.
    void load();
    // Saves the feeds that moved on since the last time.
    void save(Timestamp now);
    // save(), but not more often than `save_picture_every`.
    void save_if_due(Timestamp now);

private:
    FeedFrame frame_of(Feed feed) const;

    Outbox& outbox_;
    const Picture& picture_;
    Upstream& upstream_;
    OffsetClock& clock_;
    std::array<Cursor, 3> saved_;  // of menu, sheets, uses
    Timestamp saved_at_;
};

}  // namespace canteen::till
