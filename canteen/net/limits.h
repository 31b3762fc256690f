// Every limit of the network side, by name. Values.
#pragma once

#include <chrono>
#include <cstddef>

#include "canteen/app/message.h"

namespace canteen {

struct NetLimits {
    // Connections of all kinds; one more is answered 503.
    std::size_t connections = 200;
    // WebSockets of one address that have not shown who they are (FrameSink::known); one more is answered 429. An IPv6
    // address counts as its /64.
    std::size_t unknown_per_remote = 8;
    // Connections of one address that only fetch pages: several tablets behind one router load them at once.
    std::size_t plain_per_remote = 32;
    // Strangers from all addresses together, without addresses that a device of the house came from; one more is
    // answered 503.
    std::size_t strangers = 64;
    // Addresses of the house that are remembered.
    std::size_t house_addresses = 1024;
    // Exempts loopback, where a TLS front, the till's own pages and tests come from; behind a front the forwarded
    // address counts.
    bool exempt_loopback = true;
    // Connections over the limits that still get an answer; any more are closed without one.
    std::size_t being_refused = 32;

    // From accept (or the last answer) to a whole request; also limits the WebSocket handshake.
    std::chrono::milliseconds handshake{5'000};
    // From a whole request until its answer is made and the client has read it.
    std::chrono::milliseconds answer{30'000};
    std::size_t http_header_bytes = 8 * 1024;  // 431
    std::size_t http_target_bytes = 1024;      // 414
    std::size_t http_body_bytes = 64 * 1024;   // 413

    std::size_t frame_bytes = max_inbound_frame_bytes;  // 1009
    std::size_t queue_bytes = 256 * 1024;               // 1013
    std::size_t queue_frames = 500;                     // 1013
    // A silent connection is pinged after half of this and given up after all of it.
    std::chrono::milliseconds idle{20'000};
    // From our close frame to the peer's; then the socket is cut.
    std::chrono::milliseconds closing{5'000};

    // The interval at which deadlines are checked and SessionHandle::on_timer is called.
    std::chrono::milliseconds tick{1'000};
    // The pause in accepting when the process is out of file descriptors.
    std::chrono::milliseconds accept_rest{100};
};

}  // namespace canteen
