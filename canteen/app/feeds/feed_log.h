// One feed's recent frames, encoded once a dialect, so that a client that was away gets the gap; a client that was away
// too long gets a snapshot. Owned by the I/O thread.
#pragma once

#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <span>

#include "canteen/app/clock.h"
#include "canteen/app/codec.h"
#include "canteen/app/feeds/dialect.h"
#include "canteen/app/feeds/view.h"

namespace canteen {

inline constexpr std::size_t max_kept_frames = 1024;
inline constexpr std::size_t max_kept_frame_bytes = 4 * 1024 * 1024;
// A longer gap is told as a snapshot: it would fill a socket's queue.
inline constexpr std::size_t max_gap_frames = 200;
// A picture that was finished this recently serves the next follower as well: all come back at once after a restart.
// Screens set their clocks by its instant; the tills' pictures, which are as large as the site, are kept until
// something changes.
inline constexpr std::chrono::milliseconds snapshot_kept_for{1'000};

using FrameBytes = std::shared_ptr<const std::string>;
using FrameList = std::vector<FrameBytes>;

class FeedLog {
public:
    // `seq`: the journal's last row; the feed begins there.
    FeedLog(const Codec& codec, Feed feed, Epoch epoch, Seq seq);

    Seq seq() const { return seq_; }
    // True if clients that stand at seq() may hold an older picture: the next row moves the feed on, changed or not.
    bool is_ambiguous() const { return oldest_ > seq_; }

    // True if the picture was cut anew and stands at the number of the one before: a client that missed it would take
    // the next frame for one that follows. Until append().
    bool is_cut_anew() const { return is_cut_anew_; }

    // Moves the feed from seq() to `seq`.
    void append(const FeedItems& items, Seq seq, Timestamp now);
    // The picture was cut anew as of journal row `seq`: nobody can go on from before.
    void reset(Seq seq);

    // The last frame, or nothing if it is too large for one: then a snapshot says it.
    std::optional<FrameList> last(Dialect dialect);
    // Returns the frames that a client at the cursor lacks, or nothing if only a snapshot helps.
    std::optional<FrameList> since(const Cursor& cursor, Dialect dialect);
    // The whole picture, in frames of at most max_outbound_frame_bytes unless a single item is larger.
    const FrameList& snapshot(const View& view, Dialect dialect, Clock& clock);

private:
    struct Kept {
        FeedFrame frame;
        std::array<FrameBytes, dialects> bytes;  // made when first asked for
    };
    struct KeptSnapshot {
        FrameList frames;
        Timestamp finished;
    };

    FeedFrame frame_of(std::span<const FeedItem> items, Timestamp now) const;
    FrameList picture_of(const View& view, Dialect dialect, Timestamp now) const;
    const FrameBytes& encoded(Kept& kept, Dialect dialect);
    std::optional<FrameList> from(std::size_t first, Dialect dialect);
    void split(std::span<const FeedItem> items, Dialect dialect, std::vector<std::span<const FeedItem>>& parts) const;
    void drop_old();
    void forget_snapshots() { snapshots_ = {}; }

    const Codec& codec_;
    Feed feed_;
    Epoch epoch_;
    Seq seq_;
    Seq oldest_;  // cursors before this need a snapshot
    bool is_cut_anew_ = false;
    std::deque<Kept> kept_;
    std::size_t kept_bytes_ = 0;
    std::array<std::optional<KeptSnapshot>, dialects> snapshots_;
};

}  // namespace canteen
