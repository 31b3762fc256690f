// A WebSocket client as cheap as one can be, so that a measurement measures the server: a plain socket, frames cut by
// hand, masked with zero. One thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace canteen::bench {

class WireClient {
public:
    // Connects to 127.0.0.1 and upgrades; throws std::runtime_error. `cookie` may be empty.
    WireClient(std::uint16_t port, const std::string& cookie = "");
    WireClient(const WireClient&) = delete;
    WireClient& operator=(const WireClient&) = delete;
    ~WireClient();

    int socket() const { return socket_; }
    // Queues a binary frame; flush() sends what is queued in one write.
    void queue(std::string_view payload);
    void flush();
    // receive() reads what is there, blocking for the first byte if `wait`; next_frame() takes the next whole frame's
    // payload.
    void receive(bool wait);
    std::optional<std::string> next_frame();
    // Blocks until a frame is there.
    std::string read_frame();

private:
    int socket_ = -1;
    std::string out_;
    std::string in_;
    std::size_t taken_ = 0;  // bytes of in_ that were taken
};

}  // namespace canteen::bench
