// A WebSocket from the client's side: the till's line to the server. The caller connects again. Loop's thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "canteen/app/message.h"

namespace canteen {

class IoLoop;

struct WsAddress {
    std::string host;  // name or address
    std::uint16_t port = 0;
    Encoding encoding = Encoding::binary;  // chooses the subprotocol
    std::string target = "/ws";
    std::string origin;  // "" for none
    std::string cookie;  // a whole Cookie header, "" for none
};

struct WsCallbacks {
    std::function<void()> on_open = [] {};
    std::function<void(std::string_view frame)> on_frame = [](std::string_view) {};
    // Called once after connect(), also if nobody answered: with the close code (1006: without a close frame) and the
    // reason.
    std::function<void(std::uint16_t code, std::string why)> on_closed = [](std::uint16_t, std::string) {};
};

// The code of on_closed() if the server, or a front before it, answered the upgrade with something else.
inline constexpr std::uint16_t ws_declined = 3403;
// A server that does not finish the handshake or stays silent for this long is gone.
inline constexpr std::chrono::milliseconds ws_connect_deadline{5'000};
inline constexpr std::chrono::milliseconds ws_silence{20'000};

class WsClient {
public:
    WsClient(IoLoop& loop, WsAddress address, WsCallbacks callbacks);
    // Cuts the connection; no callback comes any more.
    ~WsClient();

    // May be called once.
    void connect();
    // Queues the frame until the connection is open; drops it after close() and after the end.
    void send(std::string frame);
    // Closes after what was sent.
    void close(std::uint16_t code = 1000, std::string reason = {});

private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

}  // namespace canteen
