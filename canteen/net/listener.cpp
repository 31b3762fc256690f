#include "canteen/net/listener.h"

#include <spdlog/spdlog.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include "canteen/net/frame_socket.h"
#include "canteen/net/http_connection.h"
#include "canteen/net/io_loop.h"
#include "canteen/net/listener_state.h"

namespace canteen {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::steady_clock;
using Acceptor = asio::basic_socket_acceptor<tcp, IoExecutor>;

struct Listener::Impl : std::enable_shared_from_this<Impl> {
    Impl(asio::io_context& io, ConnectionGate& gate, Metrics& metrics, ListenerOptions options)
        : state(std::make_shared<ListenerState>(gate, metrics, options)),
          acceptor(io.get_executor()),
          rest(io),
          clock(io) {
        const tcp::endpoint where(asio::ip::make_address(options.address), options.port);
        acceptor.open(where.protocol());
        acceptor.set_option(asio::socket_base::reuse_address(true));
        acceptor.bind(where);
        acceptor.listen();
    }

    void accept() {
        acceptor.async_accept([self = shared_from_this()](error_code failed, TcpSocket socket) {
            if (!self->acceptor.is_open()) return;
            if (failed) return self->rest_and_accept(failed);
            serve_http(self->state, std::move(socket));
            self->accept();
        });
    }

    // Pauses when out of descriptors or memory: connected clients go on, new ones wait in the kernel's queue.
    void rest_and_accept(error_code why) {
        if (why == asio::error::connection_aborted) return accept();
        spdlog::warn("accepting rests: {}", why.message());
        state->metrics.count_accept_rest();
        rest.expires_after(state->limits.accept_rest);
        rest.async_wait([self = shared_from_this()](error_code cancelled) {
            if (!cancelled) self->accept();
        });
    }

    void tick() {
        clock.expires_after(state->limits.tick);
        clock.async_wait([self = shared_from_this()](error_code cancelled) {
            if (cancelled || self->is_abandoned) return;
            self->look_at_connections();
            if (!self->is_abandoned) self->tick();
        });
    }

    void look_at_connections() {
        const auto now = steady_clock::now();
        // Walks a copy: a connection that ends leaves the list.
        for (const auto& connection : std::vector(state->connections)) connection->tick(now);
        if (done && (state->connections.empty() || now >= give_up_at)) std::exchange(done, nullptr)();
    }

    void close(std::function<void()> when_done) {
        stop_accepting();
        done = std::move(when_done);
        give_up_at = steady_clock::now() + state->limits.closing;
        for (const auto& connection : std::vector(state->connections)) connection->farewell();
    }

    void stop_accepting() {
        error_code ignored;
        acceptor.close(ignored);
        rest.cancel();
    }

    void abandon() {
        is_abandoned = true;
        stop_accepting();
        clock.cancel();
        for (const auto& connection : std::exchange(state->connections, {})) connection->abandon();
    }

    std::shared_ptr<ListenerState> state;
    Acceptor acceptor;
    asio::steady_timer rest;
    asio::steady_timer clock;
    std::function<void()> done;
    steady_clock::time_point give_up_at;
    bool is_abandoned = false;
};

Listener::Listener(IoLoop& loop, ConnectionGate& gate, Metrics& metrics, ListenerOptions options)
    : impl_(std::make_shared<Impl>(loop.context(), gate, metrics, std::move(options))) {
    impl_->accept();
    impl_->tick();
}

Listener::~Listener() {
    impl_->abandon();
}

std::uint16_t Listener::port() const {
    return impl_->acceptor.local_endpoint().port();
}

std::size_t Listener::connections() const {
    return impl_->state->connections.size();
}

void Listener::close(std::function<void()> done) {
    impl_->close(std::move(done));
}

}  // namespace canteen
