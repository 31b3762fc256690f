// One WebSocket over one TCP socket, from the handshake to the end, at the server's or the client's side. Uses Beast.
// Internal to net/. I/O thread.
#pragma once

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "canteen/app/message.h"

namespace canteen {

using IoExecutor = boost::asio::io_context::executor_type;
using TcpSocket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, IoExecutor>;
using HeaderLines = std::vector<std::pair<std::string, std::string>>;

// The close codes that we give, from RFC 6455.
struct CloseCode {
    static constexpr std::uint16_t normal = 1000;
    static constexpr std::uint16_t going_away = 1001;
    static constexpr std::uint16_t wrong_kind = 1003;
    static constexpr std::uint16_t abnormal = 1006;  // never sent: the connection ended without a close frame
    static constexpr std::uint16_t too_slow = 1013;
    static constexpr std::uint16_t declined = 3403;  // never sent: the server answered the upgrade with something else
};

struct FrameLimits {
    std::size_t frame_bytes = 0;
    std::size_t queue_bytes = 0;
    std::size_t queue_frames = 0;
    std::chrono::milliseconds handshake{};
    std::chrono::milliseconds idle{};
    std::chrono::milliseconds closing{};
};

// Events that a frame socket reports to its owner, never from inside a call of the owner's.
class FrameEvents {
public:
    virtual ~FrameEvents() = default;
    virtual void on_open() {}
    virtual void on_frame(std::string_view frame) = 0;
    virtual void on_sent(std::size_t bytes) = 0;
    virtual void on_writable() {}  // the queue is empty again
    // Called once and last, whatever ended the connection: with the code of the peer's or our close frame, or
    // CloseCode::abnormal.
    virtual void on_closed(std::uint16_t code, std::string_view why) = 0;
};

class FrameSocket {
public:
    FrameSocket(TcpSocket socket, Encoding encoding, const FrameLimits& limits, FrameEvents& events);
    // Cuts the connection and reports no further event.
    ~FrameSocket();

    // Answers, as the server, an upgrade with this Sec-WebSocket-Key.
    void accept(const std::string& key, HeaderLines headers);
    // Sends the client's request. `host` is as in the Host header.
    void handshake(const std::string& host, const std::string& target, HeaderLines headers);

    // Queues the frame; before on_open too. Over the limits it drops the queue and closes with CloseCode::too_slow.
    void send(std::shared_ptr<const std::string> frame);
    // Closes after what is queued. Later calls of send and close do nothing.
    void close(std::uint16_t code, std::string_view reason);
    // Must be called now and then, so that a peer that does not let us close is cut.
    void tick(std::chrono::steady_clock::time_point now);
    // Returns false once half of a limit of the queue is used; FrameEvents::on_writable reports when it is empty again.
    bool has_room() const;

private:
    class Impl;
    std::shared_ptr<Impl> impl_;
};

}  // namespace canteen
