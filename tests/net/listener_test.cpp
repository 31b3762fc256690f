#include "canteen/net/listener.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tests/net/raw_client.h"
#include "tests/net/test_server.h"

namespace canteen {
namespace {

// Leaves the process without a free descriptor.
class NoDescriptors {
public:
    NoDescriptors() {
        ::getrlimit(RLIMIT_NOFILE, &before_);
        const int next = ::dup(STDIN_FILENO);
        ::close(next);
        rlimit none = before_;
        none.rlim_cur = static_cast<rlim_t>(next);
        ::setrlimit(RLIMIT_NOFILE, &none);
    }
    ~NoDescriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }

private:
    rlimit before_{};
};

TEST(Listener, rests_while_the_process_is_out_of_descriptors_and_then_goes_on) {
    TestServer server;
    RawClient client;
    {
        const NoDescriptors none;
        client.connect(server.port());
        client.send("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        server.wait_for("canteen_accept_rests_total", "", 2);
    }
    EXPECT_THAT(client.read_all(), ::testing::StartsWith("HTTP/1.1 200 "));
}

TEST(Listener, says_when_its_port_is_taken) {
    TestServer server;
    IoLoop loop;
    Metrics metrics;
    FakeGate gate;
    ListenerOptions options;
    options.port = server.port();
    EXPECT_THROW(Listener(loop, gate, metrics, options), std::runtime_error);
}

TEST(Listener, counts_what_is_open) {
    TestServer server;
    TestClient client(server);
    EXPECT_EQ(client.events.take(), "open");
    server.on_loop([&] { EXPECT_EQ(server.listener->connections(), 1u); });
    EXPECT_EQ(server.metrics.value("canteen_connections"), 1);
}

}  // namespace
}  // namespace canteen
