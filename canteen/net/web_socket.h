// One client's WebSocket at the server: a session behind a frame socket. Internal to net/. I/O thread.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "canteen/net/frame_socket.h"
#include "canteen/net/listener_state.h"

namespace canteen {

class WebSocket final : public FrameSink,
                        public OpenConnection,
                        private FrameEvents,
                        public std::enable_shared_from_this<WebSocket> {
public:
    WebSocket(std::shared_ptr<ListenerState> state, Encoding encoding);
    ~WebSocket() override;

    // Asks the gate for a session. If it returns false, `why_not` says why, and this object must not be used further.
    bool admit(const Visitor& visitor, std::string& why_not);
    // Answers the upgrade; sends what the session has sent by now after it.
    void accept(TcpSocket socket, ConnectionLimiter::Place place, const std::string& key, bool over_tls);

    void send(std::shared_ptr<const std::string> frame) override;
    void close(std::uint16_t code, std::string reason) override;
    void known() override;
    bool has_room() const override;

    void tick(std::chrono::steady_clock::time_point now) override;
    void farewell() override;
    void abandon() override;

private:
    void on_frame(std::string_view frame) override;
    void on_sent(std::size_t bytes) override;
    void on_writable() override;
    void on_closed(std::uint16_t code, std::string_view why) override;

    std::shared_ptr<ListenerState> state_;
    const Encoding encoding_;
    std::optional<FrameSocket> frames_;
    std::unique_ptr<SessionHandle> session_;
    ConnectionLimiter::Place place_;
    // Kept for a session that speaks or leaves while it is being admitted.
    std::vector<std::shared_ptr<const std::string>> early_frames_;
    std::optional<std::pair<std::uint16_t, std::string>> early_close_;
    bool is_known_ = false;
};

}  // namespace canteen
