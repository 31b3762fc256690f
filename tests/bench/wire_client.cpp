#include "tests/bench/wire_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace canteen::bench {
namespace {

constexpr char binary_frame = static_cast<char>(0x82), close_frame = static_cast<char>(0x88),
               ping_frame = static_cast<char>(0x89);

[[noreturn]] void fail(const std::string& what) {
    throw std::runtime_error(what + ": " + std::strerror(errno));
}

int connect_to(std::uint16_t port) {
    int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    if (socket < 0) fail("socket");
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) fail("connect");
    int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket;
}

}  // namespace

WireClient::WireClient(std::uint16_t port, const std::string& cookie) : socket_(connect_to(port)) {
    out_ = "GET /ws HTTP/1.1\r\nHost: localhost:" + std::to_string(port) +
           "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
           "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: canteen.v1\r\n";
    if (!cookie.empty())
        out_ += "Origin: http://localhost:" + std::to_string(port) + "\r\nCookie: canteen_device=" + cookie + "\r\n";
    out_ += "\r\n";
    flush();
    std::size_t end;
    while ((end = in_.find("\r\n\r\n")) == std::string::npos) receive(true);
    if (!in_.starts_with("HTTP/1.1 101")) throw std::runtime_error("no upgrade: " + in_.substr(0, in_.find("\r\n")));
    in_.erase(0, end + 4);
}

WireClient::~WireClient() {
    if (socket_ >= 0) ::close(socket_);
}

void WireClient::queue(std::string_view payload) {
    constexpr std::uint8_t masked = 0x80;
    out_ += binary_frame;
    if (payload.size() < 126) {
        out_ += static_cast<char>(masked | payload.size());
    } else {
        out_ += static_cast<char>(masked | 126);
        out_ += static_cast<char>(payload.size() >> 8);
        out_ += static_cast<char>(payload.size() & 0xff);
    }
    out_.append(4, '\0');  // the mask
    out_ += payload;
}

void WireClient::flush() {
    std::string_view rest = out_;
    while (!rest.empty()) {
        auto sent = ::send(socket_, rest.data(), rest.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) fail("send");
        rest.remove_prefix(static_cast<std::size_t>(sent));
    }
    out_.clear();
}

void WireClient::receive(bool wait) {
    std::array<char, 64 * 1024> buffer;
    auto got = ::recv(socket_, buffer.data(), buffer.size(), wait ? 0 : MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got <= 0) throw std::runtime_error("the server hung up");
    in_.erase(0, std::exchange(taken_, 0));
    in_.append(buffer.data(), static_cast<std::size_t>(got));
}

std::optional<std::string> WireClient::next_frame() {
    while (in_.size() - taken_ >= 2) {
        auto byte = [&](std::size_t i) { return std::size_t{static_cast<std::uint8_t>(in_[taken_ + i])}; };
        std::size_t length = byte(1) & 0x7f, head = 2;
        if (length == 126) {
            if (in_.size() - taken_ < 4) return std::nullopt;
            length = byte(2) << 8 | byte(3);
            head = 4;
        } else if (length == 127) {
            throw std::runtime_error("a frame over 64 KiB");
        }
        if (in_.size() - taken_ < head + length) return std::nullopt;
        char kind = in_[taken_];
        std::string payload = in_.substr(taken_ + head, length);
        taken_ += head + length;
        if (kind == binary_frame) return payload;
        if (kind == close_frame)
            throw std::runtime_error("the server closed: " + payload.substr(payload.size() < 2 ? 0 : 2));
        if (kind == ping_frame) {
            out_ += static_cast<char>(0x8a);
            out_ += static_cast<char>(0x80 | payload.size());
            out_.append(4, '\0');
            out_ += payload;
            flush();
        }
    }
    return std::nullopt;
}

std::string WireClient::read_frame() {
    for (;;) {
        if (auto frame = next_frame()) return *frame;
        receive(true);
    }
}

}  // namespace canteen::bench
