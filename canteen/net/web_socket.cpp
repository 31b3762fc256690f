#include "canteen/net/web_socket.h"

#include "canteen/net/header_text.h"

namespace canteen {
namespace {

FrameLimits frame_limits(const NetLimits& limits) {
    return {limits.frame_bytes, limits.queue_bytes, limits.queue_frames, limits.handshake, limits.idle, limits.closing};
}

HeaderLines upgrade_headers(Encoding encoding, bool over_tls) {
    HeaderLines lines{{"Sec-WebSocket-Protocol", std::string(name_of(encoding))}};
    for (const auto& [name, value] : security_headers) lines.emplace_back(name, value);
    if (over_tls) lines.emplace_back(transport_security);
    return lines;
}

}  // namespace

WebSocket::WebSocket(std::shared_ptr<ListenerState> state, Encoding encoding)
    : state_(std::move(state)), encoding_(encoding) {}

WebSocket::~WebSocket() = default;

bool WebSocket::admit(const Visitor& visitor, std::string& why_not) {
    session_ = state_->gate.admit(visitor, *this, why_not);
    return session_ != nullptr;
}

void WebSocket::accept(TcpSocket socket, ConnectionLimiter::Place place, const std::string& key, bool over_tls) {
    place_ = std::move(place);
    if (is_known_) place_.become_known();
    FrameEvents& events = *this;
    frames_.emplace(std::move(socket), encoding_, frame_limits(state_->limits), events);
    state_->add(shared_from_this());
    state_->metrics.connection_opened();
    frames_->accept(key, upgrade_headers(encoding_, over_tls));
    for (auto& frame : std::exchange(early_frames_, {})) frames_->send(std::move(frame));
    if (early_close_) frames_->close(early_close_->first, early_close_->second);
}

void WebSocket::send(std::shared_ptr<const std::string> frame) {
    if (frames_)
        frames_->send(std::move(frame));
    else
        early_frames_.push_back(std::move(frame));
}

void WebSocket::close(std::uint16_t code, std::string reason) {
    if (frames_)
        frames_->close(code, reason);
    else
        early_close_.emplace(code, std::move(reason));
}

void WebSocket::known() {
    is_known_ = true;
    place_.become_known();
}

bool WebSocket::has_room() const {
    if (frames_) return frames_->has_room();
    std::size_t bytes = 0;
    for (const auto& frame : early_frames_) bytes += frame->size();
    return bytes <= state_->limits.queue_bytes / 2 && early_frames_.size() <= state_->limits.queue_frames / 2;
}

void WebSocket::tick(std::chrono::steady_clock::time_point now) {
    if (session_) session_->on_timer(now);
    frames_->tick(now);
}

void WebSocket::farewell() {
    frames_->close(CloseCode::going_away, "the server goes away");
}

void WebSocket::abandon() {
    session_.reset();
    frames_.reset();
    state_->metrics.connection_closed();
}

void WebSocket::on_frame(std::string_view frame) {
    state_->metrics.count_frame_in(frame.size());
    session_->on_frame(frame);
}

void WebSocket::on_sent(std::size_t bytes) {
    state_->metrics.count_frame_out(bytes);
}

void WebSocket::on_writable() {
    session_->on_writable();
}

void WebSocket::on_closed(std::uint16_t code, std::string_view) {
    const auto self = shared_from_this();
    state_->metrics.count_closed(code);
    state_->metrics.connection_closed();
    place_ = ConnectionLimiter::Place();
    session_.reset();
    state_->remove(this);
}

}  // namespace canteen
