// What the connections of one listener share, and the list of them. Internal to net/. I/O thread.
#pragma once

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "canteen/app/door.h"
#include "canteen/net/crowd.h"
#include "canteen/net/limits.h"
#include "canteen/net/metrics.h"
#include "canteen/net/page.h"
#include "canteen/net/route.h"

namespace canteen {

class OpenConnection {
public:
    virtual ~OpenConnection() = default;
    // Looks at its deadlines.
    virtual void tick(std::chrono::steady_clock::time_point now) = 0;
    // The server goes away: says so and closes.
    virtual void farewell() = 0;
    // Ends at once, its session too; nothing of the application is called afterwards.
    virtual void abandon() = 0;
};

struct Hall {
    Hall(Door& d, Metrics& m, Pages p, Routes r, std::set<std::string> f, const NetLimits& l)
        : door(d), metrics(m), pages(std::move(p)), routes(std::move(r)), fronts(std::move(f)), limits(l), crowd(l) {}

    Door& door;
    Metrics& metrics;
    const Pages pages;
    const Routes routes;
    const std::set<std::string> fronts;
    const NetLimits limits;
    Crowd crowd;
    std::vector<std::shared_ptr<OpenConnection>> connections;

    void add(std::shared_ptr<OpenConnection> connection) { connections.push_back(std::move(connection)); }
    void remove(const OpenConnection* connection) {
        std::erase_if(connections, [connection](const auto& one) { return one.get() == connection; });
    }
};

}  // namespace canteen
