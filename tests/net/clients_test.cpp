// The till's ends of the line report when nobody is there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "canteen/net/http_client.h"
#include "canteen/net/ws_client.h"
#include "tests/net/test_server.h"

namespace canteen {
namespace {

using ::testing::StartsWith;

// Returns a port at which nobody listens: it was bound and given back.
std::uint16_t dead_port() {
    boost::asio::io_context io;
    return boost::asio::ip::tcp::acceptor(io, {boost::asio::ip::address_v4::loopback(), 0}).local_endpoint().port();
}

TEST(WsClient, says_once_that_nobody_answers) {
    TestClient client(WsAddress{"127.0.0.1", dead_port(), Encoding::binary, "/ws", "", ""});
    EXPECT_THAT(client.events.take(), StartsWith("closed 1006"));
    client.send("into the void");
    EXPECT_TRUE(client.events.empty());
}

TEST(WsClient, says_that_the_server_does_not_want_it) {
    TestServer server({}, {}, [](FakeGate& gate) { gate.refusal = "no"; });
    TestClient client(server);
    EXPECT_THAT(client.events.take(), StartsWith("closed 3403 declined: "));
}

TEST(WsClient, says_that_the_line_was_cut) {
    TestServer server;
    TestClient client(server);
    EXPECT_EQ(client.events.take(), "open");
    server.stop_listening();
    EXPECT_THAT(client.events.take(), StartsWith("closed 1006"));
}

TEST(WsClient, hears_the_servers_code_and_reason) {
    TestServer server({}, {}, [](FakeGate& gate) {
        gate.on_frame = [](FrameSink& sink, std::string_view) { sink.close(4001, std::string(200, 'r')); };
    });
    TestClient client(server);
    EXPECT_EQ(client.events.take(), "open");
    client.send("go");
    EXPECT_EQ(client.events.take(), "closed 4001 " + std::string(123, 'r'));
}

TEST(HttpClient, fetches_and_says_what_it_got) {
    TestServer server;
    const HttpResult result = http_get("127.0.0.1", server.port(), "/healthz");
    EXPECT_EQ(result.status, 200u);
    EXPECT_EQ(result.body, "GET /healthz ");
    EXPECT_EQ(result.header("cache-control"), "no-store");
}

TEST(HttpClient, says_that_nobody_answers) {
    EXPECT_THROW(http_get("127.0.0.1", dead_port(), "/"), HttpError);
}

}  // namespace
}  // namespace canteen
