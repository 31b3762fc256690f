#include "tests/net/test_server.h"

#include <future>

namespace canteen {
namespace {

class FakeSession final : public SessionHandle {
public:
    FakeSession(FakeGate& gate, FrameSink& sink) : gate_(gate), sink_(sink) { gate_.journal.put("admitted"); }
    ~FakeSession() override { gate_.journal.put("ended"); }

    void on_frame(std::string_view frame) override {
        gate_.journal.put("frame " + std::string(frame.substr(0, 20)));
        gate_.on_frame(sink_, frame);
    }
    void on_timer(std::chrono::steady_clock::time_point) override { gate_.on_timer(sink_); }
    void on_writable() override { gate_.on_writable(sink_); }

private:
    FakeGate& gate_;
    FrameSink& sink_;
};

}  // namespace

std::unique_ptr<SessionHandle> FakeGate::admit(const Visitor& visitor, FrameSink& sink, std::string& why_not) {
    visitors.put(visitor);
    if (!refusal.empty()) {
        why_not = refusal;
        return nullptr;
    }
    auto session = std::make_unique<FakeSession>(*this, sink);
    on_admit(sink);
    return session;
}

void FakeGate::handle(const HttpRequest& request, std::function<void(HttpReply)> reply) {
    requests.put(request);
    reply(on_request(request));
}

TestServer::TestServer(NetLimits limits, Pages pages, std::function<void(FakeGate&)> prepare,
                       std::set<std::string> fronts) {
    if (prepare) prepare(gate);
    ListenerOptions options;
    options.fronts = std::move(fronts);
    options.limits = limits;
    options.pages = std::move(pages);
    listener = std::make_unique<Listener>(loop, gate, metrics, std::move(options));
    port_ = listener->port();
    thread_ = std::thread([this] { loop.run(); });
}

TestServer::~TestServer() {
    stop_listening();
    loop.stop();
    thread_.join();
}

void TestServer::on_loop(const std::function<void()>& work) {
    std::promise<void> done;
    loop.post([&] {
        work();
        done.set_value();
    });
    done.get_future().get();
}

void TestServer::wait_for(std::string_view metric, std::string_view label, double at_least) {
    const auto give_up = std::chrono::steady_clock::now() + patience;
    while (metrics.value(metric, label) < at_least) {
        if (std::chrono::steady_clock::now() > give_up) throw std::runtime_error(std::string(metric) + " never came");
        std::this_thread::yield();
    }
}

TestClient::TestClient(const TestServer& server, Encoding encoding, std::string target)
    : TestClient(WsAddress{"127.0.0.1", server.port(), encoding, std::move(target), "", ""}) {}

TestClient::TestClient(WsAddress address) {
    WsCallbacks callbacks;
    callbacks.on_open = [this] { events.put("open"); };
    callbacks.on_frame = [this](std::string_view frame) { events.put("frame " + std::string(frame)); };
    callbacks.on_closed = [this](std::uint16_t code, const std::string& why) {
        events.put("closed " + std::to_string(code) + " " + why);
    };
    client_ = std::make_unique<WsClient>(loop_, std::move(address), std::move(callbacks));
    client_->connect();
    thread_ = std::thread([this] { loop_.run(); });
}

TestClient::~TestClient() {
    loop_.post([this] {
        client_.reset();
        loop_.stop();
    });
    thread_.join();
}

void TestClient::send(std::string frame) {
    loop_.post([this, frame = std::move(frame)] { client_->send(frame); });
}

void TestClient::close() {
    loop_.post([this] { client_->close(); });
}

NetLimits hasty_limits() {
    NetLimits limits;
    limits.closing = std::chrono::milliseconds{200};
    limits.tick = std::chrono::milliseconds{10};
    return limits;
}

}  // namespace canteen
