// A kitchen screen of a measurement: connected by its cookie, following the kitchen feed. One thread.
#pragma once

#include "tests/bench/wire_client.h"

namespace canteen::bench {

class Kitchen {
public:
    // Connects and takes in the snapshot. Throws std::runtime_error.
    Kitchen(std::uint16_t port, const std::string& cookie);

    int socket() const { return client_.socket(); }
    // Reads away what has arrived.
    void drain();
    // Blocks until a change with a ticket arrives.
    void await_ticket();

private:
    WireClient client_;
};

}  // namespace canteen::bench
