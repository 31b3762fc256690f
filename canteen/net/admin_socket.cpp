#include "canteen/net/admin_socket.h"

#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <optional>
#include <set>

#include "canteen/net/admin_client.h"
#include "canteen/net/admin_frame.h"
#include "canteen/net/io_loop.h"

namespace canteen {

namespace asio = boost::asio;
using boost::system::error_code;
using Local = asio::local::stream_protocol;

namespace {

constexpr std::size_t max_askers = 16;
constexpr std::chrono::seconds request_deadline{30};
constexpr std::chrono::milliseconds accept_rest{100};

// Returns the user who asks, if it is our own user or root.
std::optional<std::uint32_t> own_or_root(int fd) {
    ucred peer{};
    socklen_t size = sizeof peer;
    if (::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) return std::nullopt;
    if (peer.uid != 0 && peer.uid != ::geteuid()) return std::nullopt;
    return peer.uid;
}

}  // namespace

// Handles one question: reads it, hands it over, answers, hangs up.
struct Asker : std::enable_shared_from_this<Asker> {
    Asker(Local::socket accepted, std::uint32_t u, const AdminSocket::Handler& h)
        : socket(std::move(accepted)), deadline(socket.get_executor(), request_deadline), uid(u), handler(h) {}

    void start() {
        deadline.async_wait([self = shared_from_this()](error_code cancelled) {
            if (!cancelled) self->hang_up();
        });
        asio::async_read(socket, asio::buffer(length), [self = shared_from_this()](error_code failed, std::size_t) {
            if (failed) return self->hang_up();
            self->read_request(decode_admin_length(self->length));
        });
    }

    void read_request(std::uint32_t size) {
        if (size > max_admin_bytes) {
            spdlog::warn("admin request of {} bytes refused", size);
            return hang_up();
        }
        bytes.resize(size);
        asio::async_read(socket, asio::buffer(bytes), [self = shared_from_this()](error_code failed, std::size_t) {
            if (failed) return self->hang_up();
            self->deadline.cancel();
            self->handler(std::move(self->bytes), self->uid, [weak = self->weak_from_this()](std::string reply) {
                if (const auto asker = weak.lock()) asker->write_reply(std::move(reply));
            });
        });
    }

    void write_reply(std::string reply) {
        if (replied || reply.size() > max_admin_bytes) return hang_up();
        replied = true;
        bytes = std::move(reply);
        length = encode_admin_length(static_cast<std::uint32_t>(bytes.size()));
        const std::array<asio::const_buffer, 2> both{asio::buffer(length), asio::buffer(bytes)};
        asio::async_write(socket, both, [self = shared_from_this()](error_code, std::size_t) { self->hang_up(); });
    }

    void hang_up() {
        deadline.cancel();
        error_code ignored;
        socket.close(ignored);
        if (on_gone) std::exchange(on_gone, nullptr)();
    }

    Local::socket socket;
    asio::steady_timer deadline;
    const std::uint32_t uid;
    const AdminSocket::Handler& handler;
    AdminLength length{};
    std::string bytes;
    bool replied = false;
    std::function<void()> on_gone;
};

struct AdminSocket::Impl : std::enable_shared_from_this<Impl> {
    Impl(asio::io_context& io, std::string where, Handler h)
        : path(std::move(where)), handler(std::move(h)), acceptor(io), rest(io) {}

    void listen() {
        if (admin_listens(path)) throw std::runtime_error("a server listens at " + path + " already");
        ::unlink(path.c_str());
        acceptor.open();
        // Linux makes the file with the socket's mode, so it is never open to others, not for a moment.
        if (::fchmod(acceptor.native_handle(), S_IRUSR | S_IWUSR) != 0)
            throw std::runtime_error("the mode of " + path + " cannot be set");
        acceptor.bind(Local::endpoint(path));
        bound = true;
        acceptor.listen();
        accept();
    }

    void accept() {
        acceptor.async_accept([self = shared_from_this()](error_code failed, Local::socket socket) {
            if (!self->acceptor.is_open()) return;
            if (failed) return self->accept_later();
            self->welcome(std::move(socket));
            self->accept();
        });
    }

    void accept_later() {
        rest.expires_after(accept_rest);
        rest.async_wait([self = shared_from_this()](error_code cancelled) {
            if (!cancelled) self->accept();
        });
    }

    void welcome(Local::socket socket) {
        const auto uid = own_or_root(socket.native_handle());
        if (!uid) {
            spdlog::warn("security what=admin code=another_user");
            return;
        }
        if (askers.size() >= max_askers) return;
        auto asker = std::make_shared<Asker>(std::move(socket), *uid, handler);
        askers.insert(asker);
        asker->on_gone = [weak = weak_from_this(), raw = asker.get()] {
            if (const auto self = weak.lock())
                std::erase_if(self->askers, [raw](const auto& one) { return one.get() == raw; });
        };
        asker->start();
    }

    void close() {
        error_code ignored;
        acceptor.close(ignored);
        rest.cancel();
        for (const auto& asker : std::exchange(askers, {})) asker->hang_up();
        if (bound) ::unlink(path.c_str());
    }

    std::string path;
    Handler handler;
    Local::acceptor acceptor;
    asio::steady_timer rest;
    std::set<std::shared_ptr<Asker>> askers;
    bool bound = false;
};

AdminSocket::AdminSocket(IoLoop& loop, std::string path, Handler handler)
    : impl_(std::make_shared<Impl>(loop.context(), std::move(path), std::move(handler))) {
    impl_->listen();
}

AdminSocket::~AdminSocket() {
    impl_->close();
}

}  // namespace canteen
