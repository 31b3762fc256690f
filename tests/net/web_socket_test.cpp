// WebSockets of tills, screens and vandals, over real sockets.
#include "canteen/net/web_socket.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/net/raw_client.h"
#include "tests/net/test_server.h"

namespace canteen {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::shared_ptr<const std::string> frame_of(std::size_t bytes) {
    return std::make_shared<const std::string>(bytes, 'x');
}

TEST(WebSocket, carries_frames_both_ways_in_order) {
    TestServer server;
    TestClient client(server);
    EXPECT_EQ(client.events.take(), "open");
    for (int i = 0; i < 1000; ++i) client.send(std::to_string(i));
    for (int i = 0; i < 1000; ++i) ASSERT_EQ(client.events.take(), "frame " + std::to_string(i));
    EXPECT_EQ(server.metrics.value("canteen_frames_total", "in"), 1000);
    client.close();
    EXPECT_THAT(client.events.take(), StartsWith("closed 1000"));
}

TEST(WebSocket, speaks_text_in_the_json_subprotocol) {
    TestServer server;
    TestClient client(server, Encoding::json);
    EXPECT_EQ(client.events.take(), "open");
    client.send("{\"菜\":1}");
    EXPECT_EQ(client.events.take(), "frame {\"菜\":1}");
    EXPECT_EQ(server.gate.visitors.take().encoding, Encoding::json);
}

TEST(WebSocket, shows_the_visitor_to_the_door) {
    TestServer server;
    TestClient client(WsAddress{"localhost", server.port(), Encoding::binary, "/ws", "http://kitchen.local",
                                "a=1; canteen_device=secret"});
    EXPECT_EQ(client.events.take(), "open");
    const Visitor visitor = server.gate.visitors.take();
    EXPECT_EQ(visitor.host, "localhost");
    EXPECT_EQ(visitor.origin, "http://kitchen.local");
    EXPECT_EQ(visitor.cookie, "secret");
    EXPECT_EQ(visitor.remote, "127.0.0.1");
}

TEST(WebSocket, takes_only_the_secure_cookie_behind_tls) {
    TestServer server;
    RawClient client(server.port());
    client.send(
        "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: canteen.v1\r\n"
        "X-Forwarded-Proto: https\r\nX-Forwarded-For: 10.0.0.7\r\n"
        "Cookie: canteen_device=planted; __Host-canteen_device=real\r\n\r\n");
    client.read_until("\r\n\r\n");
    const Visitor visitor = server.gate.visitors.take();
    EXPECT_EQ(visitor.cookie, "real");
    EXPECT_EQ(visitor.remote, "10.0.0.7");
}

TEST(WebSocket, answers_the_upgrade_with_the_security_headers_and_the_subprotocol) {
    TestServer server;
    RawClient client(server.port());
    const std::string head = client.upgrade();
    EXPECT_THAT(head, StartsWith("HTTP/1.1 101 "));
    EXPECT_THAT(head, HasSubstr("\r\nSec-WebSocket-Protocol: canteen.v1\r\n"));
    EXPECT_THAT(head, HasSubstr("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
    for (const auto& [name, value] : security_headers)
        EXPECT_THAT(head, HasSubstr("\r\n" + std::string(name) + ": " + std::string(value) + "\r\n"));
    EXPECT_THAT(head, ::testing::Not(HasSubstr("permessage-deflate")));
}

TEST(WebSocket, tells_whom_the_door_does_not_admit_why) {
    TestServer server({}, {}, [](FakeGate& gate) { gate.refusal = "origin not allowed"; });
    RawClient client(server.port());
    const std::string head = client.upgrade();
    EXPECT_THAT(head, StartsWith("HTTP/1.1 403 "));
    EXPECT_EQ(client.read_all(), "origin not allowed\n");
    EXPECT_TRUE(server.gate.journal.empty());
}

TEST(WebSocket, sends_what_the_session_says_while_it_is_admitted) {
    TestServer server({}, {}, [](FakeGate& gate) {
        gate.on_admit = [](FrameSink& sink) { sink.send(std::make_shared<const std::string>("challenge")); };
    });
    TestClient client(server);
    EXPECT_EQ(client.events.take(), "open");
    EXPECT_EQ(client.events.take(), "frame challenge");
}

TEST(WebSocket, takes_a_frame_of_64_KiB_and_closes_1009_on_a_larger_one) {
    TestServer server;
    TestClient fits(server);
    EXPECT_EQ(fits.events.take(), "open");
    fits.send(std::string(max_inbound_frame_bytes, 'x'));
    EXPECT_EQ(fits.events.take().size(), max_inbound_frame_bytes + 6);

    TestClient larger(server);
    EXPECT_EQ(larger.events.take(), "open");
    larger.send(std::string(max_inbound_frame_bytes + 1, 'x'));
    EXPECT_THAT(larger.events.take(), StartsWith("closed 1009"));
    server.wait_for("canteen_closed_total", "1009", 1);
}

TEST(WebSocket, does_not_wait_for_ever_for_a_wrongdoer_to_close) {
    NetLimits limits = hasty_limits();
    limits.idle = std::chrono::milliseconds{200};
    TestServer server(limits);
    RawClient client(server.port());
    client.upgrade();
    client.send(std::string("\x82\x01x", 3));
    EXPECT_EQ(server.gate.journal.take(), "admitted");
    EXPECT_EQ(server.gate.journal.take(), "ended");
}

TEST(WebSocket, closes_1003_on_text_where_binary_is_spoken) {
    TestServer server;
    RawClient client(server.port());
    client.upgrade();
    client.send(ws_frame(Opcode::text, "{}"));
    EXPECT_EQ(client.read_exactly(4).substr(2), "\x03\xEB") << "1003";
    EXPECT_EQ(server.gate.journal.take(), "admitted");
    client.send(ws_frame(Opcode::close, "\x03\xEB"));
    client.read_all();
    client.reset();
    EXPECT_EQ(server.gate.journal.take(), "ended") << "and the session saw no frame";
}

TEST(WebSocket, closes_1002_on_a_frame_without_mask) {
    TestServer server;
    RawClient client(server.port());
    client.upgrade();
    client.send(std::string("\x82\x01x", 3));
    EXPECT_EQ(client.read_exactly(4).substr(2), "\x03\xEA") << "1002";
}

TEST(WebSocket, closes_1013_on_a_session_that_says_more_than_the_queue_holds) {
    TestServer server({}, {}, [](FakeGate& gate) {
        gate.on_frame = [](FrameSink& sink, std::string_view frame) {
            const bool many = frame == "many";
            for (int i = 0; i < (many ? 600 : 10); ++i) sink.send(frame_of(many ? 1 : 60'000));
        };
    });
    for (const char* how : {"many", "large"}) {
        TestClient client(server);
        EXPECT_EQ(client.events.take(), "open");
        client.send(how);
        std::string last = client.events.take();
        while (last.starts_with("frame ")) last = client.events.take();
        EXPECT_THAT(last, StartsWith("closed 1013")) << how;
    }
}

TEST(WebSocket, closes_on_a_reader_that_stopped_and_reports_it_once) {
    TestServer server(hasty_limits(), {}, [](FakeGate& gate) {
        gate.on_timer = [](FrameSink& sink) { sink.send(frame_of(60'000)); };
        gate.on_writable = [](FrameSink& sink) { sink.send(frame_of(60'000)); };
    });
    RawClient client(server.port(), 4096);
    client.upgrade();
    EXPECT_EQ(server.gate.journal.take(), "admitted");
    EXPECT_EQ(server.gate.journal.take(), "ended") << "although the peer neither reads nor closes";
    EXPECT_EQ(server.metrics.value("canteen_closed_total", "1013"), 1);
    EXPECT_TRUE(server.gate.journal.empty());
}

TEST(WebSocket, lets_a_session_feed_a_long_snapshot_as_it_drains) {
    constexpr int chunks = 100;
    auto sent = std::make_shared<int>(0);
    const auto feed = [sent](FrameSink& sink) {
        while (*sent < chunks && sink.has_room()) {
            sink.send(frame_of(60'000));
            ++*sent;
        }
    };
    TestServer server({}, {}, [&](FakeGate& gate) { gate.on_admit = gate.on_writable = feed; });
    TestClient client(server);
    EXPECT_EQ(client.events.take(), "open");
    for (int i = 0; i < chunks; ++i) ASSERT_EQ(client.events.take().size(), 60'006u);
}

TEST(WebSocket, reports_a_cut_connection_once) {
    TestServer server;
    RawClient client(server.port());
    client.upgrade();
    client.send(ws_frame(Opcode::binary, "hello"));
    EXPECT_EQ(server.gate.journal.take(), "admitted");
    EXPECT_EQ(server.gate.journal.take(), "frame hello");
    client.reset();
    EXPECT_EQ(server.gate.journal.take(), "ended");
    server.stop_listening();
    EXPECT_TRUE(server.gate.journal.empty());
    EXPECT_EQ(server.metrics.value("canteen_connections"), 0);
}

TEST(WebSocket, notices_a_silent_peer) {
    NetLimits limits = hasty_limits();
    limits.idle = std::chrono::milliseconds{200};
    TestServer server(limits);
    RawClient half_open(server.port());
    half_open.upgrade();
    EXPECT_EQ(server.gate.journal.take(), "admitted");
    EXPECT_EQ(half_open.read_exactly(1), "\x89") << "a ping";
    EXPECT_EQ(server.gate.journal.take(), "ended");
}

TEST(WebSocket, says_goodbye_when_the_server_goes) {
    TestServer server;
    TestClient client(server);
    EXPECT_EQ(client.events.take(), "open");
    Mailbox<int> gone;
    server.on_loop([&] { server.listener->close([&] { gone.put(1); }); });
    EXPECT_THAT(client.events.take(), StartsWith("closed 1001"));
    gone.take();
    EXPECT_EQ(server.gate.journal.take(), "admitted");
    EXPECT_EQ(server.gate.journal.take(), "ended");
}

}  // namespace
}  // namespace canteen
