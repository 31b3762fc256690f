// Where commits become frames: answers go back to their session, events through the views to the followers of each
// feed, in commit order. Owned by the I/O thread.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "canteen/app/clock.h"
#include "canteen/app/connection_gate.h"
#include "canteen/app/feeds/feed_log.h"
#include "canteen/app/writer/writer.h"

namespace canteen {

// Frames that wait for a slow follower's socket; one that lets more gather is closed and resumes later. A feed's
// picture does not count while no other of the feed waits: it is as large as the site, and comes again after every
// close.
inline constexpr std::size_t max_waiting_frame_bytes = 8 * 1024 * 1024;
// WebSocket close code "try again later".
inline constexpr std::uint16_t close_too_slow = 1013;

class Hub {
public:
    // `views` show the state as of journal row `seq`.
    Hub(const Codec& codec, Clock& clock, Epoch epoch, Seq seq, std::vector<std::unique_ptr<View>> views);

    void join(SessionId session, FrameSink& sink, Encoding encoding);
    // From now on in words of the protocol, which is one of those spoken.
    void speak(SessionId session, std::uint32_t protocol);
    // Nothing is sent to the session from here on.
    void leave(SessionId session);
    void send(SessionId session, const ServerMessage& message);
    // The same of several, each sent when the socket has room for it, in order and behind the feeds' frames that wait.
    void send_in_order(SessionId session, const std::vector<ServerMessage>& messages);
    // From now on the session gets the feed, going on from the cursor: the gap, or a snapshot.
    void follow(SessionId session, const Cursor& cursor);

    // The session's socket has room again: frames that waited go on.
    void on_writable(SessionId session);

    void deliver(const CommittedBatch& batch);
    void on_date(Date today);
    // The date went back. False if rows have been handed over since the picture was taken: it is of no use.
    bool on_picture(const DayPicture& picture);

    Epoch epoch() const { return epoch_; }
    // The last journal row handed over.
    Seq seq() const { return seq_; }

private:
    struct Waiting {
        FrameBytes frame;
        std::optional<Feed> picture;  // whose it is, if it does not count
    };
    struct Member {
        FrameSink* port = nullptr;
        Dialect dialect;
        std::deque<Waiting> waiting;           // of feeds and files, in order
        std::size_t waiting_bytes = 0;         // of those that count
        std::map<Feed, std::size_t> pictures;  // frames that wait and do not
    };
    struct Channel {
        std::unique_ptr<View> view;
        FeedLog log;
        std::set<SessionId> followers;
    };

    FrameBytes encode(const Member& to, const ServerMessage& message) const;
    void feed(Channel& channel, const CommittedBatch& batch);
    void show_anew(Channel& channel);
    void send_all(Member& to, const FrameList& frames, std::optional<Feed> picture = {});
    void send_snapshot(Channel& channel, Member& to);
    void pump(Member& to);
    static void take_first(Member& to);
    void give_up(Member& to);

    const Codec& codec_;
    Clock& clock_;
    Epoch epoch_;
    Seq seq_;
    std::map<Feed, Channel> channels_;
    std::map<SessionId, Member> members_;
};

}  // namespace canteen
