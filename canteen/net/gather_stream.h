// A layer between Beast's WebSocket and its TCP socket that gathers messages into one send(): Beast writes each message
// by itself, which costs a system call apiece. It holds output while more keeps arriving, for a few turns of the loop.
// Internal to net/. I/O thread.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/buffers_iterator.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/websocket/teardown.hpp>
#include <memory>
#include <string>

#include "canteen/net/once.h"

namespace canteen {

using IoExecutor = boost::asio::io_context::executor_type;
using TcpSocket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, IoExecutor>;

class GatherStream {
public:
    using executor_type = IoExecutor;
    using next_layer_type = TcpSocket;

    explicit GatherStream(TcpSocket socket) : gathered_(std::make_shared<Gathered>(std::move(socket))) {}

    executor_type get_executor() { return gathered_->socket.get_executor(); }
    TcpSocket& next_layer() { return gathered_->socket; }
    const TcpSocket& next_layer() const { return gathered_->socket; }

    template <class Buffers, class Handler>
    auto async_read_some(const Buffers& buffers, Handler&& handler) {
        return gathered_->socket.async_read_some(buffers, std::forward<Handler>(handler));
    }

    // Takes all bytes at once. Completes in the next turn, or, if much is held already, after that was sent. Reports an
    // error of sending to the next write.
    template <class Buffers, class Handler>
    auto async_write_some(const Buffers& buffers, Handler&& handler) {
        return boost::asio::async_initiate<Handler, void(boost::system::error_code, std::size_t)>(
            [gathered = gathered_](auto&& done, const Buffers& from) {
                gathered->take(from, std::forward<decltype(done)>(done));
            },
            handler, buffers);
    }

    // Calls back when everything taken was sent or has failed.
    template <class Handler>
    void when_sent(Handler&& handler) {
        gathered_->when_sent(std::forward<Handler>(handler));
    }

    // Sends what is held, tells the peer that no more comes (a server does), drops what it still sends until it closes,
    // closes, and then calls back. Beast 1.81 itself closes after the first 2 KiB, so that the peer gets a reset
    // instead of our close frame.
    void wind_up(boost::beast::role_type role, Once finished);

    // Returns how often the socket was written to.
    std::uint64_t sends() const { return gathered_->sends; }

private:
    struct Gathered : std::enable_shared_from_this<Gathered> {
        explicit Gathered(TcpSocket s) : socket(std::move(s)) {}

        template <class Buffers, class Done>
        void take(const Buffers& from, Done&& done);
        template <class Handler>
        void when_sent(Handler&& handler);
        void hold_on();  // looks again in the next turn
        void turn();
        void send();
        void sent(boost::system::error_code error);
        struct Flight;
        struct Leftover;

        TcpSocket socket;
        std::string held;
        std::string flying;
        boost::system::error_code failed;
        Once blocked;  // the write that waits for room
        Once drained;  // the handler that waits for the end
        bool is_flying = false;
        bool is_watched = false;  // a turn() is posted
        bool grew = false;
        unsigned turns = 0;
        unsigned quiet_turns = 0;
        std::uint64_t sends = 0;
    };

    std::shared_ptr<Gathered> gathered_;
};

// Above this a write waits until all that is held was sent.
inline constexpr std::size_t max_held_bytes = 64 * 1024;

template <class Buffers, class Done>
void GatherStream::Gathered::take(const Buffers& from, Done&& done) {
    const std::size_t size = boost::asio::buffer_size(from);
    if (!failed) {
        for (auto buffer = boost::asio::buffer_sequence_begin(from); buffer != boost::asio::buffer_sequence_end(from);
             ++buffer) {
            const boost::asio::const_buffer part(*buffer);
            held.append(static_cast<const char*>(part.data()), part.size());
        }
    }
    auto bound = boost::beast::bind_front_handler(std::forward<Done>(done), failed, failed ? 0 : size);
    if (held.size() >= max_held_bytes && is_flying)
        blocked = Once(std::move(bound));
    else
        boost::asio::post(socket.get_executor(), std::move(bound));
    grew = true;
    hold_on();
}

template <class Handler>
void GatherStream::Gathered::when_sent(Handler&& handler) {
    if (!is_flying && (held.empty() || failed))
        return boost::asio::post(socket.get_executor(), std::forward<Handler>(handler));
    drained = Once(std::forward<Handler>(handler));
    if (!is_flying) send();
}

// Beast closes a connection through these two.
template <class Handler>
void async_teardown(boost::beast::role_type role, GatherStream& stream, Handler&& handler) {
    stream.wind_up(role,
                   Once(boost::beast::bind_front_handler(std::forward<Handler>(handler), boost::system::error_code())));
}

void teardown(boost::beast::role_type role, GatherStream& stream, boost::system::error_code& error);

}  // namespace canteen
