#include "canteen/net/frame_socket.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/websocket/stream.hpp>

#include "canteen/net/frame_queue.h"
#include "canteen/net/gather_stream.h"

namespace canteen {

namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;
using boost::system::error_code;

namespace {

// A stream without permessage-deflate, which would cost more memory for each connection than everything else together.
using WebSocketStream = websocket::stream<GatherStream, false>;

// Above this, the buffer that a large frame left is given back.
constexpr std::size_t kept_read_bytes = 4 * 1024;
constexpr std::size_t max_reason_bytes = 123;  // RFC 6455, 5.5

std::string cut_to_fit(std::string_view reason) {
    if (reason.size() <= max_reason_bytes) return std::string(reason);
    std::size_t end = max_reason_bytes;
    while (end > 0 && (static_cast<unsigned char>(reason[end]) & 0xC0) == 0x80) --end;  // never cuts inside a character
    return std::string(reason.substr(0, end));
}

// Returns the code with which Beast itself answers a broken frame, or CloseCode::abnormal.
std::uint16_t code_of(error_code error) {
    if (error == websocket::error::message_too_big || error == websocket::error::buffer_overflow)
        return websocket::close_code::too_big;
    if (error == websocket::error::bad_frame_payload) return websocket::close_code::bad_payload;
    if (error == websocket::condition::protocol_violation) return websocket::close_code::protocol_error;
    return CloseCode::abnormal;
}

void configure(WebSocketStream& stream, Encoding encoding, const FrameLimits& limits) {
    websocket::stream_base::timeout timeouts{};
    timeouts.handshake_timeout = limits.handshake;
    timeouts.idle_timeout = limits.idle;
    timeouts.keep_alive_pings = true;
    stream.set_option(timeouts);
    stream.read_message_max(limits.frame_bytes);
    stream.auto_fragment(false);
    stream.binary(encoding == Encoding::binary);
    error_code ignored;
    stream.next_layer().next_layer().set_option(boost::asio::ip::tcp::no_delay(true), ignored);
}

// Puts our header lines in place of the one in which Beast names itself.
template <class Message>
websocket::stream_base::decorator with_lines(HeaderLines headers, http::field beasts_own) {
    return websocket::stream_base::decorator([lines = std::move(headers), beasts_own](Message& message) {
        message.erase(beasts_own);
        for (const auto& [name, value] : lines) message.set(name, value);
    });
}

// Stands in for the request that our own server has read already: Beast checks nothing else in it.
http::request<http::empty_body> upgrade_request(const std::string& key) {
    http::request<http::empty_body> request(http::verb::get, "/", 11);
    request.set(http::field::host, "server");
    request.set(http::field::connection, "upgrade");
    request.set(http::field::upgrade, "websocket");
    request.set(http::field::sec_websocket_version, "13");
    request.set(http::field::sec_websocket_key, key);
    return request;
}

}  // namespace

class FrameSocket::Impl : public std::enable_shared_from_this<Impl> {
public:
    Impl(TcpSocket socket, Encoding encoding, const FrameLimits& limits, FrameEvents& events)
        : stream_(GatherStream(std::move(socket))),
          encoding_(encoding),
          limits_(limits),
          events_(&events),
          queue_(limits.queue_bytes, limits.queue_frames) {
        configure(stream_, encoding, limits);
    }

    void accept(const std::string& key, HeaderLines headers) {
        stream_.set_option(with_lines<websocket::response_type>(std::move(headers), http::field::server));
        stream_.async_accept(upgrade_request(key), beast::bind_front_handler(&Impl::on_handshake, shared_from_this()));
    }

    void handshake(const std::string& host, const std::string& target, HeaderLines headers) {
        stream_.set_option(with_lines<websocket::request_type>(std::move(headers), http::field::user_agent));
        stream_.async_handshake(answer_, host, target,
                                beast::bind_front_handler(&Impl::on_handshake, shared_from_this()));
    }

    void send(std::shared_ptr<const std::string> frame) {
        if (wants_close_ || finished_) return;
        if (!queue_.push(std::move(frame))) return close(CloseCode::too_slow, "reads too slowly");
        pump();
    }

    void close(std::uint16_t code, std::string_view reason) {
        if (wants_close_ || finished_) return;
        wants_close_ = true;
        close_code_ = code;
        close_reason_ = cut_to_fit(reason);
        close_deadline_ = std::chrono::steady_clock::now() + limits_.closing;
        pump();
    }

    // Cuts the socket if the peer did not answer our close frame, or does not even let us write it.
    void tick(std::chrono::steady_clock::time_point now) {
        if (wants_close_ && now >= close_deadline_) cut_socket();
    }

    void abandon() {
        finished_ = true;
        events_ = nullptr;
        cut_socket();
    }

    bool has_room() const { return queue_.has_room(); }

private:
    void cut_socket() {
        error_code ignored;
        stream_.next_layer().next_layer().close(ignored);
    }

    void on_handshake(error_code failed) {
        if (failed == websocket::error::upgrade_declined)
            return finish(CloseCode::declined, "declined: " + std::to_string(answer_.result_int()));
        if (failed) return finish(CloseCode::abnormal, "handshake: " + failed.message());
        if (finished_) return;
        open_ = true;
        read();
        events_->on_open();
        pump();
    }

    void read() { stream_.async_read(buffer_, beast::bind_front_handler(&Impl::on_read, shared_from_this())); }

    void on_read(error_code failed, std::size_t) {
        if (finished_) return;
        if (failed) return finish_read(failed);
        if (!wants_close_ && stream_.got_text() != (encoding_ == Encoding::json)) {
            close(CloseCode::wrong_kind, encoding_ == Encoding::json ? "frames must be text" : "frames must be binary");
        } else if (!wants_close_) {
            const auto bytes = buffer_.cdata();
            events_->on_frame({static_cast<const char*>(bytes.data()), bytes.size()});
            if (finished_) return;
        }
        buffer_.consume(buffer_.size());
        if (buffer_.capacity() > kept_read_bytes) buffer_.shrink_to_fit();
        read();
    }

    void finish_read(error_code failed) {
        if (wants_close_) return finish(close_code_, close_reason_);
        // Takes the peer's close frame even if our answer to it could not be sent.
        const auto reason = stream_.reason();
        if (reason.code != websocket::close_code::none)
            return finish(reason.code, {reason.reason.data(), reason.reason.size()});
        if (failed == websocket::error::closed) return finish(CloseCode::normal, "");
        finish(code_of(failed), failed.message());
    }

    void pump() {
        if (!open_ || writing_ || finished_) return;
        if (queue_.empty()) {
            if (wants_close_) say_goodbye();
            return;
        }
        writing_ = true;
        front_ = queue_.pop();
        stream_.async_write(boost::asio::buffer(*front_),
                            beast::bind_front_handler(&Impl::on_write, shared_from_this()));
    }

    void on_write(error_code failed, std::size_t bytes) {
        writing_ = false;
        front_.reset();
        if (finished_) return;
        if (failed) return cut_socket();  // the read fails with it
        events_->on_sent(bytes);
        if (!finished_ && queue_.empty() && !wants_close_) events_->on_writable();
        pump();
    }

    void say_goodbye() {
        if (said_goodbye_) return;
        said_goodbye_ = true;
        const websocket::close_reason reason(static_cast<websocket::close_code>(close_code_), close_reason_);
        stream_.async_close(reason, beast::bind_front_handler(&Impl::on_goodbye, shared_from_this()));
    }

    void on_goodbye(error_code) {
        if (!finished_) finish(close_code_, close_reason_);
    }

    void finish(std::uint16_t code, std::string_view why) {
        if (finished_) return;
        finished_ = true;
        const std::string reason(why);
        cut_socket();
        std::exchange(events_, nullptr)->on_closed(code, reason);
    }

    WebSocketStream stream_;
    const Encoding encoding_;
    const FrameLimits limits_;
    FrameEvents* events_;  // null once finished
    beast::flat_buffer buffer_;
    websocket::response_type answer_;
    FrameQueue queue_;
    std::shared_ptr<const std::string> front_;  // being written
    bool open_ = false, writing_ = false;
    bool wants_close_ = false;
    bool said_goodbye_ = false;
    bool finished_ = false;
    std::uint16_t close_code_ = CloseCode::normal;
    std::string close_reason_;
    std::chrono::steady_clock::time_point close_deadline_;
};

FrameSocket::FrameSocket(TcpSocket socket, Encoding encoding, const FrameLimits& limits, FrameEvents& events)
    : impl_(std::make_shared<Impl>(std::move(socket), encoding, limits, events)) {}

FrameSocket::~FrameSocket() {
    impl_->abandon();
}

void FrameSocket::accept(const std::string& key, HeaderLines headers) {
    impl_->accept(key, std::move(headers));
}

void FrameSocket::handshake(const std::string& host, const std::string& target, HeaderLines headers) {
    impl_->handshake(host, target, std::move(headers));
}

void FrameSocket::send(std::shared_ptr<const std::string> frame) {
    impl_->send(std::move(frame));
}

void FrameSocket::close(std::uint16_t code, std::string_view reason) {
    impl_->close(code, reason);
}

void FrameSocket::tick(std::chrono::steady_clock::time_point now) {
    impl_->tick(now);
}

bool FrameSocket::has_room() const {
    return impl_->has_room();
}

}  // namespace canteen
