// A client that sends any bytes, also wrong ones, over a blocking socket.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace canteen {

class RawClient {
public:
    explicit RawClient(std::uint16_t port, int receive_buffer_bytes = 0);
    // Opens its socket now and connects later, so that no new descriptor is needed then.
    RawClient();
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    void connect(std::uint16_t port);
    // Sends the bytes; drops what the other end does not take any more.
    void send(std::string_view bytes);
    // Resets the connection, as a pulled plug that comes back does.
    void reset();
    // Reads up to and including that text; returns what came if the other end closes before.
    std::string read_until(std::string_view text);
    std::string read_exactly(std::size_t bytes);
    // Reads everything until the other end closes.
    std::string read_all();

    // Upgrades by hand to canteen.v1; returns the server's head.
    std::string upgrade();

private:
    bool read_more();
    int fd_;
    std::string unread_;
};

enum class Opcode : std::uint8_t { text = 1, binary = 2, close = 8, ping = 9 };
// Makes a client's frame, final and masked (with zeros, which is allowed and leaves it readable).
std::string ws_frame(Opcode opcode, std::string_view payload);

}  // namespace canteen
