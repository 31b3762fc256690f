#include "canteen/net/ws_client.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <limits>
#include <optional>

#include "canteen/net/frame_socket.h"
#include "canteen/net/header_text.h"
#include "canteen/net/io_loop.h"

namespace canteen {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

using Resolver = asio::ip::basic_resolver<tcp, IoExecutor>;

// A till resends its outbox from its disk, so frames that wait here need no bound of their own.
constexpr FrameLimits client_limits{max_inbound_frame_bytes,
                                    std::numeric_limits<std::size_t>::max(),
                                    std::numeric_limits<std::size_t>::max(),
                                    ws_connect_deadline,
                                    ws_silence,
                                    ws_connect_deadline};
constexpr std::chrono::seconds tick_interval{1};
static_assert(ws_declined == CloseCode::declined);

std::string host_header(const WsAddress& address) {
    const bool bare_v6 = address.host.find(':') != std::string::npos;
    return (bare_v6 ? '[' + address.host + ']' : address.host) + ':' + std::to_string(address.port);
}

HeaderLines request_headers(const WsAddress& address) {
    HeaderLines lines{{"Sec-WebSocket-Protocol", std::string(name_of(address.encoding))}};
    if (!address.origin.empty()) lines.emplace_back("Origin", address.origin);
    if (!address.cookie.empty()) lines.emplace_back("Cookie", address.cookie);
    return lines;
}

}  // namespace

struct WsClient::Impl final : FrameEvents, std::enable_shared_from_this<Impl> {
    Impl(asio::io_context& io, WsAddress a, WsCallbacks c)
        : address(std::move(a)),
          callbacks(std::move(c)),
          resolver(io.get_executor()),
          socket(io.get_executor()),
          timer(io) {}

    void connect() {
        deadline = std::chrono::steady_clock::now() + ws_connect_deadline;
        tick();
        resolver.async_resolve(address.host, std::to_string(address.port),
                               [self = shared_from_this()](error_code failed, const Resolver::results_type& found) {
                                   if (self->ended) return;
                                   if (failed) return self->end(CloseCode::abnormal, failed.message());
                                   self->dial(found);
                               });
    }

    void dial(const Resolver::results_type& found) {
        asio::async_connect(socket, found, [self = shared_from_this()](error_code failed, const tcp::endpoint&) {
            if (self->ended) return;
            if (failed) return self->end(CloseCode::abnormal, failed.message());
            self->shake_hands();
        });
    }

    void shake_hands() {
        FrameEvents& events = *this;
        frames.emplace(std::move(socket), address.encoding, client_limits, events);
        frames->handshake(host_header(address), address.target, request_headers(address));
        for (auto& frame : std::exchange(early, {})) frames->send(std::move(frame));
        if (early_close) frames->close(early_close->first, early_close->second);
    }

    // Checks this client's own deadline until the handshake; afterwards the frame socket checks its own.
    void tick() {
        timer.expires_after(tick_interval);
        timer.async_wait([weak = weak_from_this()](error_code cancelled) {
            const auto self = weak.lock();
            if (cancelled || !self || self->ended) return;
            const auto now = std::chrono::steady_clock::now();
            if (self->frames) self->frames->tick(now);
            if (!self->ended && !self->frames && now >= self->deadline)
                self->end(CloseCode::abnormal, "nobody answered in time");
            if (!self->ended) self->tick();
        });
    }

    void end(std::uint16_t code, std::string why) {
        if (ended) return;
        const auto self = shared_from_this();
        stop();
        std::exchange(callbacks, {}).on_closed(code, std::move(why));
    }

    void stop() {
        ended = true;
        error_code ignored;
        resolver.cancel();
        socket.close(ignored);
        timer.cancel();
        frames.reset();
    }

    // A callback may destroy the client.
    void on_open() override {
        const auto self = shared_from_this();
        callbacks.on_open();
    }
    void on_frame(std::string_view frame) override {
        const auto self = shared_from_this();
        callbacks.on_frame(frame);
    }
    void on_sent(std::size_t) override {}
    void on_closed(std::uint16_t code, std::string_view why) override { end(code, std::string(why)); }

    const WsAddress address;
    WsCallbacks callbacks;
    Resolver resolver;
    TcpSocket socket;
    asio::steady_timer timer;
    std::chrono::steady_clock::time_point deadline;
    std::optional<FrameSocket> frames;
    std::vector<std::shared_ptr<const std::string>> early;  // sent before there was a socket
    std::optional<std::pair<std::uint16_t, std::string>> early_close;
    bool ended = false;
};

WsClient::WsClient(IoLoop& loop, WsAddress address, WsCallbacks callbacks)
    : impl_(std::make_shared<Impl>(loop.context(), std::move(address), std::move(callbacks))) {}

WsClient::~WsClient() {
    impl_->stop();
}

void WsClient::connect() {
    impl_->connect();
}

void WsClient::send(std::string frame) {
    if (impl_->ended) return;
    auto shared = std::make_shared<const std::string>(std::move(frame));
    if (impl_->frames)
        impl_->frames->send(std::move(shared));
    else
        impl_->early.push_back(std::move(shared));
}

void WsClient::close(std::uint16_t code, std::string reason) {
    if (impl_->frames)
        impl_->frames->close(code, reason);
    else
        impl_->early_close.emplace(code, std::move(reason));
}

}  // namespace canteen
