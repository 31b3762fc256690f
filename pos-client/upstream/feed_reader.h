// Takes the feeds' frames into the till's picture: each once, in order, and asks again where one is missing. One
// thread.
#pragma once

#include <optional>
#include <vector>

#include "canteen/app/message.h"
#include "pos-client/till/replica.h"

namespace canteen::till {

class FeedReader {
public:
    // `device`: this till, for which some things are sealed.
    FeedReader(Replica& replica, Feed feed, DeviceId device) : replica_(replica), device_(device) {
        cursor_.feed = feed;
    }

    // Returns a Resume to send if the frame does not follow what is known, else nothing. Ignores frames of other feeds.
    std::optional<Resume> on_frame(const FeedFrame& frame);
    // Drops half a snapshot at a new connection, on which a Resume may be sent again.
    void on_closed();

    Cursor cursor() const { return cursor_; }
    // Goes on from a picture that was kept on disk.
    void start_at(const Cursor& cursor) { cursor_ = cursor; }

private:
    std::optional<Resume> on_snapshot(const FeedFrame& frame);
    std::optional<Resume> ask_again();
    void apply(const FeedFrame& frame);
    void apply_snapshot();

    Replica& replica_;
    DeviceId device_;
    Cursor cursor_;
    std::vector<FeedFrame> snapshot_;  // its chunks so far; empty: none is under way
    bool asked_ = false;               // a Resume is under way
};

}  // namespace canteen::till
