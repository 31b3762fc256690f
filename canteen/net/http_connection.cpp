#include "canteen/net/http_connection.h"

#include <boost/asio/write.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <functional>
#include <optional>

#include "canteen/net/parsed_request.h"
#include "canteen/net/web_socket.h"

namespace canteen {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t max_dropped_bytes = 1024 * 1024;
constexpr std::size_t drop_chunk_bytes = 4 * 1024;
constexpr std::size_t max_shown_host_bytes = 100;

using Parser = http::request_parser<http::string_body>;

// Says why the parser gave up; nothing if the connection just ended.
std::optional<HttpAnswer> answer_to(error_code error, const Parser& parser) {
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return parser.get().target().empty() ? plain_answer(414, "the address is too long")
                                             : plain_answer(431, "the header is too large");
    if (error == http::error::body_limit) return plain_answer(413, "the body is too large");
    if (error == http::error::end_of_stream || error == http::error::partial_message) return std::nullopt;
    if (error.category() == http::make_error_code(http::error::bad_method).category())
        return plain_answer(400, "this is not HTTP");
    return std::nullopt;
}

// Refuses a page under a name that is not ours: the browser has no cookie for that name. Tells the operator what to do.
HttpAnswer not_our_name(const std::string& host) {
    const bool is_name = !host.empty() && host.size() <= max_shown_host_bytes &&
                         host.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.:-_") ==
                             std::string::npos;
    return plain_answer(421, (is_name ? host : "that") +
                                 " is no name of this canteen: add it to `hosts` in canteen.toml / " +
                                 "请在 canteen.toml 的 `hosts` 中加入此地址");
}

// Reads and drops what a client still sends, so that it sees the answer and not a reset. Lives as long as it reads.
class Drain : public std::enable_shared_from_this<Drain> {
public:
    // `done` must keep the socket alive.
    Drain(TcpSocket& socket, std::function<void()> done)
        : socket_(socket), done_(std::move(done)), chunk_(drop_chunk_bytes, '\0') {}

    void read() {
        socket_.async_read_some(asio::buffer(chunk_), beast::bind_front_handler(&Drain::on_read, shared_from_this()));
    }

private:
    void on_read(error_code failed, std::size_t bytes) {
        dropped_bytes_ += bytes;
        failed || dropped_bytes_ > max_dropped_bytes ? done_() : read();
    }

    TcpSocket& socket_;
    std::function<void()> done_;
    std::string chunk_;
    std::size_t dropped_bytes_ = 0;
};

class HttpConnection final : public OpenConnection, public std::enable_shared_from_this<HttpConnection> {
public:
    HttpConnection(std::shared_ptr<ListenerState> state, TcpSocket socket, Peer peer, ConnectionLimiter::Place place)
        : state_(std::move(state)), socket_(std::move(socket)), peer_(std::move(peer)), place_(std::move(place)) {
        state_->metrics.connection_opened();
    }

    void read() {
        const NetLimits& limits = state_->limits;
        deadline_ = steady_clock::now() + limits.handshake;
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(limits.http_header_bytes));
        parser_->body_limit(limits.http_body_bytes);
        http::async_read(socket_, buffer_, *parser_,
                         beast::bind_front_handler(&HttpConnection::on_read, shared_from_this()));
    }

    void tick(steady_clock::time_point now) override {
        if (now >= deadline_) end();
    }
    // Answers a request under way, ends an idle connection.
    void farewell() override {
        keep_alive_ = false;
        if (!answering_) end();
    }
    void abandon() override {
        gone_ = true;
        close_socket();
        state_->metrics.connection_closed();
    }

private:
    void on_read(error_code failed, std::size_t) {
        if (gone_) return;
        answering_ = true;
        deadline_ = steady_clock::now() + state_->limits.answer;
        keep_alive_ = false;
        if (failed) {
            asked_ = {};
            const auto refusal = answer_to(failed, *parser_);
            return refusal ? write(*refusal) : end();
        }
        asked_ = read_request(parser_->release(), peer_, !state_->fronts.empty(), state_->cookie);
        if (asked_.request.target.size() > state_->limits.http_target_bytes)
            return write(plain_answer(414, "the address is too long"));
        if (const auto refusal = refuse_crowd()) return write(*refusal);
        keep_alive_ = asked_.keep_alive && !asked_.wants_upgrade;
        if (asked_.one_host && !state_->gate.knows_host(asked_.request.host)) {
            state_->gate.note_refused(asked_.request.remote, "host");
            return write(not_our_name(asked_.request.host));
        }
        go(route(asked_, state_->pages, state_->routes));
    }

    // Counts each client by its own address from its upgrade on: behind a front many clients come from one address.
    std::optional<HttpAnswer> refuse_crowd() {
        const bool by_itself = asked_.request.remote == peer_.address;
        if (asked_.wants_upgrade) place_.upgrade(asked_.request.remote, by_itself && peer_.loopback);
        if (place_.admission() == Admission::admitted) return std::nullopt;
        const bool full = place_.admission() == Admission::full;
        state_->metrics.count_refused_connection(full ? "full" : "too_many_from_one");
        state_->gate.note_refused(asked_.request.remote, full ? "full" : "too_many_from_one");
        return full ? plain_answer(503, "too many connections")
                    : plain_answer(429, "too many connections from this address");
    }

    void go(const RouteResult& way) {
        if (const auto* answer = std::get_if<HttpAnswer>(&way)) return write(*answer);
        if (const auto* upgrade_to = std::get_if<ToWebSocket>(&way)) return upgrade(upgrade_to->encoding);
        state_->gate.handle(asked_.request, [weak = weak_from_this()](HttpReply reply) {
            const auto self = weak.lock();
            if (self && self->answering_ && !self->gone_ && !self->head_sent_) self->write(answer_of(std::move(reply)));
        });
    }

    void upgrade(Encoding encoding) {
        // A client must wait for our yes before it sends frames.
        if (buffer_.size() != 0) return write(plain_answer(400, "frames came before the upgrade"));
        const HttpRequest& request = asked_.request;
        const auto web_socket = std::make_shared<WebSocket>(state_, encoding);
        std::string why_not;
        if (!web_socket->admit({request.remote, request.host, request.origin, asked_.device_cookie, encoding,
                                request.authority, request.over_tls},
                               why_not))
            return write(plain_answer(403, why_not));
        state_->metrics.count_request(101);
        web_socket->accept(std::move(socket_), std::move(place_), asked_.web_socket_key, request.over_tls);
        leave();
    }

    void write(const HttpAnswer& answer) {
        state_->metrics.count_request(answer.status);
        head_sent_ = true;
        head_ = head_text(answer, {keep_alive_, asked_.request.over_tls});
        const bool without_body = answer.status == 204 || answer.status == 304 || asked_.head_only();
        body_ = without_body ? nullptr : answer.body;
        const std::array<asio::const_buffer, 2> both{asio::buffer(head_),
                                                     body_ ? asio::buffer(*body_) : asio::const_buffer()};
        asio::async_write(socket_, both, beast::bind_front_handler(&HttpConnection::on_write, shared_from_this()));
    }

    void on_write(error_code failed, std::size_t) {
        if (gone_) return;
        answering_ = head_sent_ = false;
        body_ = nullptr;
        if (failed) return end();
        if (keep_alive_) return read();
        error_code ignored;
        socket_.shutdown(asio::socket_base::shutdown_send, ignored);
        deadline_ = steady_clock::now() + state_->limits.closing;
        std::make_shared<Drain>(socket_, [self = shared_from_this()] {
            if (!self->gone_) self->end();
        })->read();
    }

    void end() {
        close_socket();
        leave();
    }

    void close_socket() {
        error_code ignored;
        socket_.close(ignored);
    }

    // Gives the place up. Handlers may still hold this object, but it serves no connection any more.
    void leave() {
        gone_ = true;
        place_ = ConnectionLimiter::Place();
        state_->metrics.connection_closed();
        state_->remove(this);
    }

    std::shared_ptr<ListenerState> state_;
    TcpSocket socket_;
    const Peer peer_;
    ConnectionLimiter::Place place_;
    beast::flat_buffer buffer_;
    std::optional<Parser> parser_;
    ParsedRequest asked_;
    std::string head_;
    std::shared_ptr<const std::string> body_;
    steady_clock::time_point deadline_;
    bool keep_alive_ = false;
    bool answering_ = false;  // a request was read and its answer is not written yet
    bool head_sent_ = false;  // the answer was given; a second one is ignored
    bool gone_ = false;
};

Peer peer_of(const TcpSocket& socket, error_code& failed) {
    const auto endpoint = socket.remote_endpoint(failed);
    if (failed) return {};
    auto address = endpoint.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    return {address.to_string(), address.is_loopback(), false};
}

}  // namespace

void serve_http(std::shared_ptr<ListenerState> state, TcpSocket socket) {
    error_code failed;
    Peer peer = peer_of(socket, failed);
    if (failed) return;  // it left already
    peer.is_front = state->fronts.contains(peer.address);
    ConnectionLimiter::Place place = state->limiter.enter(peer.address, peer.loopback || peer.is_front);
    if (place.admission() == Admission::hang_up) return state->metrics.count_refused_connection("hang_up");
    ListenerState& everyone = *state;
    const auto connection =
        std::make_shared<HttpConnection>(std::move(state), std::move(socket), std::move(peer), std::move(place));
    everyone.add(connection);
    connection->read();
}

}  // namespace canteen
