#include "tests/net/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <utility>

#include "tests/net/mailbox.h"

namespace canteen {

RawClient::RawClient() : fd_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval wait{patience.count(), 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    ::setsockopt(fd_, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait);
}

RawClient::RawClient(std::uint16_t port, int receive_buffer_bytes) : RawClient() {
    if (receive_buffer_bytes > 0)
        ::setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes, sizeof receive_buffer_bytes);
    connect(port);
}

RawClient::~RawClient() {
    ::close(fd_);
}

void RawClient::connect(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("cannot connect");
}

void RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

void RawClient::reset() {
    const linger at_once{1, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    ::close(fd_);
    fd_ = -1;
}

bool RawClient::read_more() {
    char chunk[16 * 1024];
    const ssize_t got = ::recv(fd_, chunk, sizeof chunk, 0);
    if (got < 0 && errno == EAGAIN) throw std::runtime_error("the other end neither sends nor closes");
    if (got <= 0) return false;
    unread_.append(chunk, static_cast<std::size_t>(got));
    return true;
}

std::string RawClient::read_until(std::string_view text) {
    std::size_t end = 0;
    while ((end = unread_.find(text)) == std::string::npos)
        if (!read_more()) return std::exchange(unread_, {});
    std::string head = unread_.substr(0, end + text.size());
    unread_.erase(0, head.size());
    return head;
}

std::string RawClient::read_exactly(std::size_t bytes) {
    while (unread_.size() < bytes)
        if (!read_more()) return std::exchange(unread_, {});
    std::string head = unread_.substr(0, bytes);
    unread_.erase(0, bytes);
    return head;
}

std::string RawClient::read_all() {
    while (read_more()) continue;
    return std::exchange(unread_, {});
}

std::string RawClient::upgrade() {
    send(
        "GET /ws HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        "Sec-WebSocket-Protocol: canteen.v1\r\n\r\n");
    return read_until("\r\n\r\n");
}

std::string ws_frame(Opcode opcode, std::string_view payload) {
    std::string frame;
    frame += static_cast<char>(0x80 | static_cast<int>(opcode));
    const auto size = payload.size();
    if (size < 126) {
        frame += static_cast<char>(0x80 | size);
    } else if (size < 65536) {
        frame += static_cast<char>(0x80 | 126);
        for (const int shift : {8, 0}) frame += static_cast<char>(size >> shift & 0xFF);
    } else {
        frame += static_cast<char>(0x80 | 127);
        for (const int shift : {56, 48, 40, 32, 24, 16, 8, 0}) frame += static_cast<char>(size >> shift & 0xFF);
    }
    return frame.append(4, '\0').append(payload);
}

}  // namespace canteen
