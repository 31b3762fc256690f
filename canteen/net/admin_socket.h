// The server's Unix socket for subcommands: mode 0600, and it listens only to its own user and root. I/O thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace canteen {

class IoLoop;

class AdminSocket {
public:
    // The handler calls `reply` once, on the I/O thread, now or later; a reply after the asker left goes nowhere. `uid`
    // is the user of this machine who asks, as the kernel reports it.
    using Handler = std::function<void(std::string request, std::uint32_t uid, std::function<void(std::string)> reply)>;

    // Replaces the socket file of a server that died. Throws std::runtime_error if a server listens there, or if the
    // path cannot be bound.
    AdminSocket(IoLoop& loop, std::string path, Handler handler);
    // Removes the file and hangs up.
    ~AdminSocket();

private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

}  // namespace canteen
