#include "canteen/app/feeds/hub.h"

#include <utility>

namespace canteen {

Hub::Hub(const Codec& codec, Clock& clock, Epoch epoch, Seq seq, std::vector<std::unique_ptr<View>> views)
    : codec_(codec), clock_(clock), epoch_(epoch), seq_(seq) {
    for (auto& view : views) {
        auto name = view->feed();
        channels_.emplace(name, Channel{std::move(view), FeedLog(codec, name, epoch, seq), {}});
    }
}

void Hub::join(SessionId session, FrameSink& sink, Encoding encoding) {
    members_[session] = {&sink, {encoding}, {}, 0, {}};
}

void Hub::speak(SessionId session, std::uint32_t protocol) {
    auto found = members_.find(session);
    if (found != members_.end()) found->second.dialect.protocol = protocol;
}

void Hub::leave(SessionId session) {
    members_.erase(session);
    for (auto& [name, channel] : channels_) channel.followers.erase(session);
}

FrameBytes Hub::encode(const Member& to, const ServerMessage& message) const {
    return std::make_shared<const std::string>(encode_in(to.dialect, codec_, message));
}

void Hub::send(SessionId session, const ServerMessage& message) {
    auto found = members_.find(session);
    if (found == members_.end()) return;  // gone; it asks again when it is back
    const auto& to = found->second;
    to.port->send(encode(to, message));
}

void Hub::send_in_order(SessionId session, const std::vector<ServerMessage>& messages) {
    auto found = members_.find(session);
    if (found == members_.end()) return;
    FrameList frames;
    for (const auto& message : messages) frames.push_back(encode(found->second, message));
    send_all(found->second, frames);
}

void Hub::send_all(Member& to, const FrameList& frames, std::optional<Feed> picture) {
    for (const auto& frame : frames) {
        to.waiting.push_back({frame, picture});
        if (!picture) to.waiting_bytes += frame->size();
    }
    if (picture && !frames.empty()) to.pictures[*picture] = frames.size();
    pump(to);
    if (to.waiting_bytes > max_waiting_frame_bytes) give_up(to);
}

void Hub::send_snapshot(Channel& channel, Member& to) {
    const auto& frames = channel.log.snapshot(*channel.view, to.dialect, clock_);
    const auto feed = channel.view->feed();
    send_all(to, frames, to.pictures.contains(feed) ? std::nullopt : std::optional(feed));
}

void Hub::pump(Member& to) {
    while (!to.waiting.empty() && to.port->has_room()) take_first(to);
}

void Hub::take_first(Member& to) {
    auto [frame, picture] = std::move(to.waiting.front());
    to.waiting.pop_front();
    if (!picture) {
        to.waiting_bytes -= frame->size();
    } else if (--to.pictures.at(*picture) == 0) {
        to.pictures.erase(*picture);
    }
    to.port->send(std::move(frame));
}

void Hub::give_up(Member& to) {
    to.waiting.clear();
    to.waiting_bytes = 0;
    to.pictures.clear();
    to.port->send(encode(to, Goodbye{"too_slow", {}}));
    to.port->close(close_too_slow, "too slow");
}

void Hub::on_writable(SessionId session) {
    auto found = members_.find(session);
    if (found != members_.end()) pump(found->second);
}

void Hub::follow(SessionId session, const Cursor& cursor) {
    auto member = members_.find(session);
    auto found = channels_.find(cursor.feed);
    if (member == members_.end() || found == channels_.end()) return;
    auto& channel = found->second;
    channel.followers.insert(session);
    if (auto gap = channel.log.since(cursor, member->second.dialect))
        send_all(member->second, *gap);
    else
        send_snapshot(channel, member->second);
}

void Hub::deliver(const CommittedBatch& batch) {
    if (!batch.rows.empty()) seq_ = batch.rows.back().seq;
    for (const auto& [session, answer] : batch.answers) send(session, answer);
    for (auto& [name, channel] : channels_) feed(channel, batch);
}

void Hub::feed(Channel& channel, const CommittedBatch& batch) {
    if (batch.rows.empty()) return;
    for (const auto& row : batch.rows)
        for (const auto& event : row.events) channel.view->apply(event, row.seq);
    auto changes = channel.view->take_changes();
    if (changes.empty() && !channel.log.is_ambiguous()) return;
    const bool may_have_missed = channel.log.is_cut_anew();
    channel.log.append(changes, seq_, clock_.now());
    for (auto session : channel.followers) {
        auto& to = members_.at(session);
        auto frame = may_have_missed ? std::nullopt : channel.log.last(to.dialect);
        if (frame)
            send_all(to, *frame);
        else
            send_snapshot(channel, to);
    }
}

void Hub::show_anew(Channel& channel) {
    channel.log.reset(seq_);
    for (auto session : channel.followers) send_snapshot(channel, members_.at(session));
}

void Hub::on_date(Date today) {
    for (auto& [name, channel] : channels_) {
        channel.view->on_date(today);
        show_anew(channel);
    }
}

bool Hub::on_picture(const DayPicture& picture) {
    if (picture.seq != seq_) return false;
    for (auto& [name, channel] : channels_) {
        channel.view->on_picture(picture);
        show_anew(channel);
    }
    return true;
}

}  // namespace canteen
