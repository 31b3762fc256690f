// A listener on a free port with a gate that does as the test says, in a thread of its own; and a client likewise.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "canteen/app/connection_gate.h"
#include "canteen/net/io_loop.h"
#include "canteen/net/listener.h"
#include "canteen/net/metrics.h"
#include "canteen/net/ws_client.h"
#include "tests/net/mailbox.h"

namespace canteen {

// Events that the application sees, as lines: "admitted", "frame abc", "writable", "ended".
using Journal = Mailbox<std::string>;

class FakeGate final : public ConnectionGate {
public:
    std::unique_ptr<SessionHandle> admit(const Visitor& visitor, FrameSink& sink, std::string& why_not) override;
    void handle(const HttpRequest& request, std::function<void(HttpReply)> reply) override;

    // Must be set before the server starts. Called on the loop's thread.
    std::function<void(FrameSink&, std::string_view)> on_frame = [](FrameSink& sink, std::string_view frame) {
        sink.send(std::make_shared<const std::string>(frame));
    };
    std::function<void(FrameSink&)> on_admit = [](FrameSink&) {};
    std::function<void(FrameSink&)> on_timer = [](FrameSink&) {};
    std::function<void(FrameSink&)> on_writable = [](FrameSink&) {};
    std::function<HttpReply(const HttpRequest&)> on_request = [](const HttpRequest& request) {
        HttpReply reply;
        reply.body = request.method + " " + request.target + " " + request.body;
        return reply;
    };
    std::string refusal;  // admits nobody if set
    std::string host;     // its only name if set
    bool knows_host(const std::string& name) const override { return host.empty() || name == host; }

    Journal journal;
    Mailbox<Visitor> visitors;
    Mailbox<HttpRequest> requests;
};

class TestServer {
public:
    explicit TestServer(NetLimits limits = {}, Pages pages = {}, std::function<void(FakeGate&)> prepare = {},
                        std::set<std::string> fronts = {});
    ~TestServer();

    std::uint16_t port() const { return port_; }
    // Runs on the loop's thread and returns when done.
    void on_loop(const std::function<void()>& work);
    // Waits until the figure is reached: it is counted on the loop's thread.
    void wait_for(std::string_view metric, std::string_view label, double at_least);
    void stop_listening() {
        on_loop([this] { listener.reset(); });
    }

    IoLoop loop;
    Metrics metrics;
    FakeGate gate;
    std::unique_ptr<Listener> listener;

private:
    std::uint16_t port_ = 0;
    std::thread thread_;
};

// A well-behaved client. Its events: "open", "frame abc", "closed 1000 why".
class TestClient {
public:
    explicit TestClient(const TestServer& server, Encoding encoding = Encoding::binary, std::string target = "/ws");
    explicit TestClient(WsAddress address);
    ~TestClient();

    void send(std::string frame);
    void close();
    Journal events;

private:
    IoLoop loop_;
    std::unique_ptr<WsClient> client_;
    std::thread thread_;
};

// Returns the limits of production, except that clients that do not let us close are cut soon, and deadlines are
// checked often.
NetLimits hasty_limits();

}  // namespace canteen
