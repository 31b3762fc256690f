#include "tests/simulation/line.h"

#include <algorithm>
#include <utility>

#include "canteen/wire/client_codec.h"
#include "canteen/wire/protobuf_codec.h"
#include "tests/simulation/kept_protocol.h"

namespace canteen::simulation {
namespace {

bool is_submit(std::string_view frame) {
    const auto message = ProtobufCodec().decode_client(frame, Encoding::binary);
    const auto* known = std::get_if<ClientMessage>(&message);
    return known && std::holds_alternative<Submit>(*known);
}

}  // namespace

Milliseconds Line::delay() {
    if (!world_.has(Fault::slow_network)) return world_.chance.between(1, 5);
    return world_.chance.one_in(12) ? world_.chance.between(500, 4'500) : world_.chance.between(1, 300);
}

void Line::later(Timestamp& lane, void (Line::*what)()) {
    lane = std::max(lane, world_.now() + delay());
    world_.scheduler.at(lane, [self = shared_from_this(), what] { (self.get()->*what)(); });
}

void Line::send_up(std::string frame) {
    if (is_cut_) return;
    up_at_ = std::max(up_at_, world_.now() + delay());
    world_.scheduler.at(up_at_, [self = shared_from_this(), frame = std::move(frame)] { self->arrive(frame); });
}

void Line::arrive(const std::string& frame) {
    if (is_cut_ || !session_ || is_kept_from_server(frame)) return;
    world_.trace.add(world_.now(), frame);
    session_->on_frame(is_older_ ? as_older_till(frame) : frame);
    wake_();
    if (!world_.has(Fault::doubled_submits) || !world_.chance.one_in(4) || !is_submit(frame)) return;
    world_.tell("a submit arrives again");
    session_->on_frame(frame);
}

std::string Line::as_older_till(const std::string& frame) {
    if (const auto strange = first_protocol().strange_to_server(frame); !strange.empty())
        world_.strange_words.insert("an older server was told " + strange);
    if (world_.plant != Plant::newer_words) return frame;
    const auto message = std::get<ClientMessage>(ProtobufCodec().decode_client(frame, Encoding::binary));
    const auto* hello = std::get_if<Hello>(&message);
    if (!hello) return frame;
    auto newer = *hello;
    newer.protocol = protocol_version;
    return encode_client(newer);
}

std::string Line::as_older_server(const std::string& frame) {
    const auto message = decode_server(frame);
    if (const auto* challenge = std::get_if<Challenge>(&message)) {
        auto older = *challenge;
        older.protocol = 1;
        return ProtobufCodec().encode_server(older, Encoding::binary);
    }
    if (const auto strange = first_protocol().strange_to_client(frame); !strange.empty())
        world_.strange_words.insert("an older till was told " + strange);
    return frame;
}

bool Line::is_kept_from_server(std::string_view frame) {
    if (!submits_left_ || !is_submit(frame)) return false;
    if (*submits_left_ == 0) return true;
    --*submits_left_;
    return false;
}

void Line::hang_up() {
    client_ = {};
    later(up_at_, &Line::end_session);
}

void Line::open(std::unique_ptr<SessionHandle> session, std::function<void()> wake) {
    session_ = std::move(session);
    wake_ = std::move(wake);
}

void Line::announce_open() {
    later(down_at_, &Line::tell_open);
}

void Line::send(std::shared_ptr<const std::string> frame) {
    if (is_cut_ || is_deaf_ || loses(*frame)) return;
    down_at_ = std::max(down_at_, world_.now() + delay());
    world_.scheduler.at(down_at_, [self = shared_from_this(), frame = std::move(frame)] {
        if (self->is_cut_ || self->is_deaf_ || !self->client_.on_frame) return;
        self->world_.trace.add(self->world_.now(), *frame);
        const auto on_frame = self->client_.on_frame;  // it may hang up in it
        on_frame(self->is_older_ ? self->as_older_server(*frame) : *frame);
    });
}

bool Line::loses(std::string_view frame) {
    if (!world_.has(Fault::lost_feeds) || !world_.chance.one_in(10)) return false;
    const auto message = decode_server(frame);
    const auto* feed = std::get_if<FeedFrame>(&message);
    const bool is_missed = feed && (feed->feed == Feed::kitchen || feed->feed == Feed::menu);
    return is_missed && lost_.insert(feed->feed).second;
}

void Line::close(std::uint16_t, std::string) {
    later(up_at_, &Line::end_session);
    later(down_at_, &Line::tell_closed);
}

void Line::lose_server() {
    session_.reset();
    later(down_at_, &Line::tell_closed);
}

void Line::fail_to_open() {
    later(down_at_, &Line::tell_closed);
}

void Line::cut() {
    is_cut_ = true;
    later(up_at_, &Line::end_session);
    later(down_at_, &Line::tell_closed);
}

void Line::tell_open() {
    const auto on_open = client_.on_open;
    if (on_open && !is_cut_) on_open();
}

void Line::tell_closed() {
    auto client = std::exchange(client_, {});
    if (client.on_closed) client.on_closed();
}

}  // namespace canteen::simulation
