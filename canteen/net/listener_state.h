// The list of one listener's connections, and all that they share. Internal to net/. I/O thread.
#pragma once

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "canteen/app/connection_gate.h"
#include "canteen/net/connection_limiter.h"
#include "canteen/net/limits.h"
#include "canteen/net/listener.h"
#include "canteen/net/metrics.h"
#include "canteen/net/page.h"
#include "canteen/net/route.h"

namespace canteen {

class OpenConnection {
public:
    virtual ~OpenConnection() = default;
    // Checks its deadlines.
    virtual void tick(std::chrono::steady_clock::time_point now) = 0;
    // Tells the peer that the server goes away, and closes.
    virtual void farewell() = 0;
    // Ends at once with its session; calls nothing of the application afterwards.
    virtual void abandon() = 0;
};

struct ListenerState {
    ListenerState(ConnectionGate& d, Metrics& m, ListenerOptions options)
        : gate(d),
          metrics(m),
          pages(std::move(options.pages)),
          routes(std::move(options.routes)),
          fronts(std::move(options.fronts)),
          cookie(std::move(options.cookie)),
          limits(options.limits),
          limiter(limits) {}

    ConnectionGate& gate;
    Metrics& metrics;
    const Pages pages;
    const Routes routes;
    const std::set<std::string> fronts;
    const std::string cookie;
    const NetLimits limits;
    ConnectionLimiter limiter;
    std::vector<std::shared_ptr<OpenConnection>> connections;

    void add(std::shared_ptr<OpenConnection> connection) { connections.push_back(std::move(connection)); }
    void remove(const OpenConnection* connection) {
        std::erase_if(connections, [connection](const auto& one) { return one.get() == connection; });
    }
};

}  // namespace canteen
