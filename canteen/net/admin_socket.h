// The server's Unix socket for subcommands: mode 0600, and only its own user or root is listened to. I/O thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace canteen {

class IoLoop;

class AdminSocket {
public:
    // Calls `reply` once, on the I/O thread, now or later; a reply after the asker left goes nowhere. `uid`: the user
    // of this machine who asks, as the kernel says.
    using Handler = std::function<void(std::string request, std::uint32_t uid, std::function<void(std::string)> reply)>;

    // Takes the place of a dead server's socket file. Throws std::runtime_error if a server listens there, or if the
    // path cannot be bound.
    AdminSocket(IoLoop& loop, std::string path, Handler handler);
    // Removes the file and hangs up.
    ~AdminSocket();

private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

}  // namespace canteen
