// A line of bytes to a machine that is no server of ours: a printer of the network, a device file, a serial line. The
// caller opens another one afterwards. Loop's thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace canteen {

class IoLoop;

struct ByteLineCallbacks {
    std::function<void()> on_open = [] {};
    std::function<void(std::string_view bytes)> on_bytes = [](std::string_view) {};
    // Everything that was sent has left this program.
    std::function<void()> on_sent = [] {};
    // Called at most once, also if nobody answered: with an error of errno, 0 if the other end hung up.
    std::function<void(int error)> on_closed = [](int) {};
};

class ByteLine {
public:
    // Begins to dial. No callback comes before the loop goes on.
    static std::unique_ptr<ByteLine> to_host(IoLoop& loop, const std::string& host, std::uint16_t port,
                                             ByteLineCallbacks callbacks);
    // Opens a device that is read and written.
    static std::unique_ptr<ByteLine> to_device(IoLoop& loop, const std::string& path, ByteLineCallbacks callbacks);
    // Takes an open file that never blocks, and closes it.
    static std::unique_ptr<ByteLine> over(IoLoop& loop, int file, ByteLineCallbacks callbacks);

    // Hangs up; no callback comes any more. What was sent to a host still reaches it.
    virtual ~ByteLine() = default;
    // Queues the bytes until the line is open; drops them after its end.
    virtual void send(std::string bytes) = 0;
};

}  // namespace canteen
