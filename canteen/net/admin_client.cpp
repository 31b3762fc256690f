#include "canteen/net/admin_client.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "canteen/net/admin_frame.h"

namespace canteen {
namespace {

[[noreturn]] void fail(const std::string& what) {
    throw AdminError(what + ": " + std::strerror(errno));
}

class Socket {
public:
    explicit Socket(const std::string& path) : fd_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        if (fd_ < 0) fail("no socket");
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (path.size() >= sizeof address.sun_path) {
            ::close(fd_);
            throw AdminError("the socket's path is too long: " + path);
        }
        std::memcpy(address.sun_path, path.data(), path.size());
        if (::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
            const int error = errno;
            ::close(fd_);
            errno = error;
            fail("no server at " + path);
        }
    }
    ~Socket() { ::close(fd_); }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    void write_all(const void* data, std::size_t size) {
        const char* next = static_cast<const char*>(data);
        while (size > 0) {
            const ssize_t sent = ::send(fd_, next, size, MSG_NOSIGNAL);
            if (sent < 0 && errno == EINTR) continue;
            if (sent < 0) fail("the server hung up");
            next += sent;
            size -= static_cast<std::size_t>(sent);
        }
    }

    void read_all(void* data, std::size_t size) {
        char* next = static_cast<char*>(data);
        while (size > 0) {
            const ssize_t got = ::recv(fd_, next, size, 0);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) fail("the server hung up");
            if (got == 0) throw AdminError("the server hung up before it replied");
            next += got;
            size -= static_cast<std::size_t>(got);
        }
    }

private:
    int fd_;
};

}  // namespace

std::string ask_admin(const std::string& socket_path, const std::string& request) {
    if (request.size() > max_admin_bytes) throw AdminError("the request is larger than 16 MiB");
    Socket socket(socket_path);
    const auto length = encode_admin_length(static_cast<std::uint32_t>(request.size()));
    socket.write_all(length.data(), length.size());
    socket.write_all(request.data(), request.size());

    AdminLength reply_length{};
    socket.read_all(reply_length.data(), reply_length.size());
    const std::uint32_t size = decode_admin_length(reply_length);
    if (size > max_admin_bytes) throw AdminError("the reply is larger than 16 MiB");
    std::string reply(size, '\0');
    socket.read_all(reply.data(), reply.size());
    return reply;
}

bool admin_listens(const std::string& socket_path) {
    try {
        Socket socket(socket_path);
        return true;
    } catch (const AdminError&) {
        return false;
    }
}

}  // namespace canteen
