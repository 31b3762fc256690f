// Frames that wait to be written to one client, bounded by bytes and count. One thread.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <utility>

namespace canteen {

class FrameQueue {
public:
    FrameQueue(std::size_t most_bytes, std::size_t most_frames) : most_bytes_(most_bytes), most_frames_(most_frames) {}

    // Returns false if this frame was one too many: the client reads too slowly, and the queue is then empty.
    bool push(std::shared_ptr<const std::string> frame) {
        bytes_ += frame->size();
        frames_.push_back(std::move(frame));
        if (bytes_ <= most_bytes_ && frames_.size() <= most_frames_) return true;
        frames_.clear();
        bytes_ = 0;
        return false;
    }
    // Takes the oldest frame. The queue must not be empty.
    std::shared_ptr<const std::string> pop() {
        auto frame = std::move(frames_.front());
        frames_.pop_front();
        bytes_ -= frame->size();
        return frame;
    }
    bool empty() const { return frames_.empty(); }
    // True below half of both bounds: a producer that makes frames on demand may go on.
    bool has_room() const { return bytes_ <= most_bytes_ / 2 && frames_.size() <= most_frames_ / 2; }

private:
    std::deque<std::shared_ptr<const std::string>> frames_;
    std::size_t bytes_ = 0;
    const std::size_t most_bytes_, most_frames_;
};

}  // namespace canteen
