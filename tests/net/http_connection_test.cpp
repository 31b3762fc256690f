// HTTP as a browser, a script and a vandal speak it, over real sockets.
#include "canteen/net/http_connection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "canteen/net/http_answer.h"
#include "canteen/net/http_client.h"
#include "tests/net/raw_client.h"
#include "tests/net/test_server.h"

namespace canteen {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

Pages one_page() {
    StaticPage page;
    page.bytes = std::make_shared<const std::string>("<html>");
    page.content_type = "text/html; charset=utf-8";
    page.etag = "abc";
    return {{"/kitchen/", page}};
}

std::string answer_to(const TestServer& server, const std::string& request) {
    RawClient client(server.port());
    client.send(request);
    return client.read_all();
}

const std::string closing = "Host: localhost\r\nConnection: close\r\n\r\n";

TEST(HttpConnection, carries_the_security_headers_on_every_answer) {
    TestServer server({}, one_page(), [](FakeGate& gate) { gate.refusal = "who are you"; });
    const std::string long_header = "X: " + std::string(9000, 'x') + "\r\n";
    const std::string upgrade =
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nHost: localhost\r\n";
    const std::vector<std::pair<std::string, std::string>> asked{
        {"200", "GET /kitchen/ HTTP/1.1\r\n" + closing},
        {"304", "GET /kitchen/ HTTP/1.1\r\nIf-None-Match: \"abc\"\r\n" + closing},
        {"200", "GET /healthz HTTP/1.1\r\n" + closing},
        {"404", "GET /nothing HTTP/1.1\r\n" + closing},
        {"405", "DELETE /kitchen/ HTTP/1.1\r\n" + closing},
        {"400", "GET /kitchen/ HTTP/1.1\r\nConnection: close\r\n\r\n"},
        {"400", "\x16\x03\x01 this is TLS, or worse\r\n\r\n"},
        {"413", "POST /enrol HTTP/1.1\r\nContent-Length: 65537\r\n" + closing},
        {"414", "GET /" + std::string(2000, 'a') + " HTTP/1.1\r\n" + closing},
        {"414", "GET /" + std::string(20000, 'a') + " HTTP/1.1\r\n" + closing},
        {"431", "GET /kitchen/ HTTP/1.1\r\n" + long_header + closing},
        {"426", "GET /ws HTTP/1.1\r\n" + closing},
        {"400", "GET /ws HTTP/1.1\r\n" + upgrade + "\r\n"},
        {"403", "GET /ws HTTP/1.1\r\nSec-WebSocket-Protocol: canteen.v1\r\n" + upgrade + "\r\n"},
    };
    for (const auto& [status, request] : asked) {
        const std::string answer = answer_to(server, request);
        EXPECT_THAT(answer, StartsWith("HTTP/1.1 " + status + " ")) << request.substr(0, 60);
        EXPECT_THAT(answer,
                    HasSubstr("\r\nContent-Security-Policy: default-src 'none'; script-src 'self'; connect-src 'self'; "
                              "style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'\r\n"));
        EXPECT_THAT(answer, HasSubstr("\r\nX-Content-Type-Options: nosniff\r\n"));
        EXPECT_THAT(answer, HasSubstr("\r\nReferrer-Policy: no-referrer\r\n"));
    }
}

TEST(HttpConnection, answers_several_requests_on_one_connection_in_order) {
    TestServer server;
    RawClient client(server.port());
    client.send("GET /healthz?x=1 HTTP/1.1\r\nHost: a\r\n\r\nGET /metrics HTTP/1.1\r\n" + closing);
    EXPECT_THAT(client.read_until("GET /healthz "), StartsWith("HTTP/1.1 200 OK"));
    EXPECT_THAT(client.read_all(), HasSubstr("GET /metrics "));
}

TEST(HttpConnection, answers_head_without_the_body_but_with_its_length) {
    TestServer server({}, one_page());
    const std::string answer = answer_to(server, "HEAD /kitchen/ HTTP/1.1\r\n" + closing);
    EXPECT_THAT(answer, HasSubstr("Content-Length: 6\r\n"));
    EXPECT_THAT(answer, ::testing::EndsWith("\r\n\r\n"));
}

TEST(HttpConnection, brings_a_form_to_the_application_and_its_answer_back) {
    TestServer server({}, {}, [](FakeGate& gate) {
        gate.on_request = [](const HttpRequest&) {
            HttpReply reply;
            reply.status = 303;
            reply.set_cookie = "canteen_device=x; HttpOnly";
            reply.location = "/kitchen/";
            return reply;
        };
    });
    const HttpResult result = post_form("127.0.0.1", server.port(), "/enrol", "code=" + form_encoded("A B&ü"));
    EXPECT_EQ(result.status, 303u);
    EXPECT_EQ(result.header("location"), "/kitchen/");
    EXPECT_EQ(result.header("set-cookie"), "canteen_device=x; HttpOnly");
    const HttpRequest request = server.gate.requests.take();
    EXPECT_EQ(request.body, "code=A%20B%26%C3%BC");
    EXPECT_EQ(request.content_type, "application/x-www-form-urlencoded");
    EXPECT_EQ(request.host, "127.0.0.1");
    EXPECT_EQ(request.remote, "127.0.0.1");
    EXPECT_FALSE(request.over_tls);
}

TEST(HttpConnection, believes_the_front_on_loopback) {
    TestServer server;
    const std::string answer =
        answer_to(server,
                  "GET /healthz HTTP/1.1\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: 9.9.9.9\r\n"
                  "X-Forwarded-For: 8.8.8.8, 10.0.0.7\r\n" +
                      closing);
    EXPECT_THAT(answer, HasSubstr("Strict-Transport-Security: max-age=31536000\r\n"));
    const HttpRequest request = server.gate.requests.take();
    EXPECT_TRUE(request.over_tls);
    EXPECT_EQ(request.remote, "10.0.0.7") << "the last one is the front's own word";
}

TEST(HttpConnection, believes_a_named_front_alone_and_requires_its_word) {
    const std::string ask = "GET /healthz HTTP/1.1\r\n";
    const std::string forwarded = "X-Forwarded-For: 10.0.0.7\r\nX-Forwarded-Proto: https\r\n";
    TestServer behind_it({}, {}, {}, {"127.0.0.1"});
    EXPECT_THAT(answer_to(behind_it, ask + forwarded + closing), StartsWith("HTTP/1.1 200 "));
    EXPECT_EQ(behind_it.gate.requests.take().remote, "10.0.0.7");
    EXPECT_THAT(answer_to(behind_it, ask + closing), StartsWith("HTTP/1.1 400 "));
    EXPECT_THAT(answer_to(behind_it, ask + "X-Forwarded-For: somebody\r\n" + closing), StartsWith("HTTP/1.1 400 "));

    TestServer elsewhere({}, {}, {}, {"192.0.2.1"});
    EXPECT_THAT(answer_to(elsewhere, ask + forwarded + closing), StartsWith("HTTP/1.1 200 "));
    const HttpRequest request = elsewhere.gate.requests.take();
    EXPECT_EQ(request.remote, "127.0.0.1") << "who is no front says nothing of others";
    EXPECT_FALSE(request.over_tls);
    EXPECT_TRUE(request.from_here);
}

TEST(HttpConnection, tells_whoever_dials_another_name_where_names_are_written) {
    TestServer server({}, {}, [](FakeGate& gate) { gate.host = "canteen.lan"; });
    for (const auto* what : {"GET /healthz", "GET /kitchen/", "GET /metrics"}) {
        const auto answer = answer_to(server, std::string(what) + " HTTP/1.1\r\n" + closing);
        EXPECT_THAT(answer, StartsWith("HTTP/1.1 421 ")) << what;
        EXPECT_THAT(answer, AllOf(HasSubstr("localhost"), HasSubstr("hosts"))) << what;
    }
}

TEST(HttpConnection, closes_on_one_who_sends_a_letter_now_and_then) {
    NetLimits limits = hasty_limits();
    limits.handshake = std::chrono::milliseconds{200};
    TestServer server(limits);
    RawClient client(server.port());
    client.send("GET /healthz HT");
    EXPECT_EQ(client.read_all(), "") << "closed without an answer when the deadline came";
    server.on_loop([&] { EXPECT_EQ(server.listener->connections(), 0u); });
}

TEST(HttpConnection, tells_the_one_connection_too_many) {
    NetLimits limits;
    limits.connections = 2;
    TestServer server(limits);
    RawClient first(server.port()), second(server.port());
    // Both are answered, so they are in.
    for (RawClient* client : {&first, &second}) {
        client->send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        client->read_until("GET /healthz ");
    }
    EXPECT_THAT(answer_to(server, "GET /healthz HTTP/1.1\r\n" + closing), StartsWith("HTTP/1.1 503 "));
    EXPECT_EQ(server.metrics.value("canteen_refused_connections_total", "full"), 1);
}

TEST(HttpConnection, tells_an_address_that_takes_too_many_until_it_is_known) {
    NetLimits limits;
    limits.unknown_per_remote = 1;
    limits.exempt_loopback = false;
    TestServer server(limits, {}, [](FakeGate& gate) {
        gate.on_frame = [](FrameSink& sink, std::string_view frame) {
            sink.known();
            sink.send(std::make_shared<const std::string>(frame));
        };
    });
    TestClient client(server);
    EXPECT_EQ(client.events.take(), "open");
    const std::string upgrade =
        "GET /ws HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: canteen.v1\r\nHost: localhost\r\n\r\n";
    EXPECT_THAT(answer_to(server, upgrade), StartsWith("HTTP/1.1 429 "));
    EXPECT_THAT(answer_to(server, "GET /healthz HTTP/1.1\r\n" + closing), StartsWith("HTTP/1.1 200 ")) << "a page";
    client.send("hello");
    EXPECT_EQ(client.events.take(), "frame hello");
    RawClient next(server.port());
    next.send(upgrade);
    next.read_until("HTTP/1.1 101 ");
}

TEST(HttpConnection, lets_a_refused_body_pass_so_that_the_answer_is_read) {
    TestServer server;
    const std::string big(300'000, 'x');
    const std::string answer =
        answer_to(server, "POST /enrol HTTP/1.1\r\nContent-Length: 300000\r\nHost: localhost\r\n\r\n" + big);
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 413 "));
}

}  // namespace
}  // namespace canteen
