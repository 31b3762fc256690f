// The running server: the one file that knows every room. Startable in a test as in production.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "canteen/engine/config.h"
#include "canteen/engine/host_clock.h"

namespace canteen {

class Server {
public:
    // Opens the store and listens. Throws OperatorError, StoreError, KeyFileError, std::runtime_error.
    Server(const Config& config, const std::optional<DemoTime>& demo);
    ~Server();

    // The port it listens on.
    std::uint16_t port() const;
    // Serves until stop(), SIGINT or SIGTERM. Returns the exit code: 0, or 1 after a failed commit, before which nobody
    // was told yes.
    int run();
    // Any thread.
    void stop();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace canteen
