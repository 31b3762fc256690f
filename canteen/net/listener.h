// One TCP port for HTTP and WebSocket. Everything runs on the loop's thread; so do construction and destruction while
// the loop runs.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>

#include "canteen/app/connection_gate.h"
#include "canteen/app/screen_cookie.h"
#include "canteen/net/limits.h"
#include "canteen/net/page.h"
#include "canteen/net/route.h"

namespace canteen {

class IoLoop;
class Metrics;

struct ListenerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  // 0: any free one
    Pages pages;
    Routes routes = application_routes();
    std::set<std::string> fronts;       // addresses of TLS fronts; from them alone a forwarded address is believed
    std::string cookie{device_cookie};  // by which screens are known
    NetLimits limits;
};

class Listener {
public:
    // Listens at once. Throws std::runtime_error if the address cannot be bound. `loop`, `gate` and `metrics` outlive
    // it.
    Listener(IoLoop& loop, ConnectionGate& gate, Metrics& metrics, ListenerOptions options);
    // Cuts what is still open; sessions are gone when it returns.
    ~Listener();

    std::uint16_t port() const;
    std::size_t connections() const;
    // Accepts no more, tells WebSockets to go (1001), and calls `done` when all have gone or the time for it is over.
    void close(std::function<void()> done);

private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

}  // namespace canteen
