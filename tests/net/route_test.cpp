#include "canteen/net/route.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace canteen {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Pages kitchen_page() {
    StaticPage page;
    page.bytes = std::make_shared<const std::string>("<html>");
    page.gzip_bytes = std::make_shared<const std::string>("packed");
    page.content_type = "text/html; charset=utf-8";
    page.etag = "abc";
    return {{"/kitchen/", page}};
}

ParsedRequest ask(const std::string& method, const std::string& target) {
    ParsedRequest asked;
    asked.request.method = method;
    asked.request.target = target;
    return asked;
}

HttpAnswer answer(const ParsedRequest& asked) {
    return std::get<HttpAnswer>(route(asked, kitchen_page(), application_routes()));
}

TEST(Route, serves_a_listed_file_and_no_other) {
    EXPECT_EQ(answer(ask("GET", "/kitchen/")).status, 200u);
    EXPECT_EQ(*answer(ask("GET", "/kitchen/")).body, "<html>");
    EXPECT_EQ(answer(ask("GET", "/kitchen")).status, 404u);
    EXPECT_EQ(answer(ask("GET", "/../etc/passwd")).status, 404u);
    EXPECT_EQ(answer(ask("GET", "/kitchen/%2e%2e/secret")).status, 404u);
}

TEST(Route, sends_the_packed_bytes_to_who_can_unpack_them_under_another_tag) {
    ParsedRequest asked = ask("GET", "/kitchen/");
    asked.accept_encoding = "gzip";
    const HttpAnswer packed = answer(asked);
    EXPECT_EQ(*packed.body, "packed");
    const std::string head = head_text(packed, {});
    EXPECT_THAT(head, HasSubstr("Content-Encoding: gzip\r\n"));
    EXPECT_THAT(head, HasSubstr("ETag: \"abc-gzip\"\r\n"));
    EXPECT_THAT(head, HasSubstr("Vary: Accept-Encoding\r\n"));
    EXPECT_THAT(head, HasSubstr("Cache-Control: no-cache\r\n"));
}

TEST(Route, says_when_the_browser_has_it_already) {
    ParsedRequest asked = ask("GET", "/kitchen/");
    asked.if_none_match = "\"abc\"";
    const HttpAnswer same = answer(asked);
    EXPECT_EQ(same.status, 304u);
    EXPECT_THAT(head_text(same, {}), Not(HasSubstr("Content-Length")));
    asked.if_none_match = "\"older\"";
    EXPECT_EQ(answer(asked).status, 200u);
}

TEST(Route, says_which_methods_an_address_knows) {
    EXPECT_THAT(head_text(answer(ask("POST", "/kitchen/")), {}), HasSubstr("405 Method Not Allowed\r\n"));
    EXPECT_THAT(head_text(answer(ask("POST", "/kitchen/")), {}), HasSubstr("Allow: GET, HEAD\r\n"));
    EXPECT_THAT(head_text(answer(ask("GET", "/enrol")), {}), HasSubstr("Allow: POST\r\n"));
}

TEST(Route, gives_the_application_its_own) {
    EXPECT_TRUE(std::holds_alternative<ToApplication>(route(ask("GET", "/healthz"), {}, application_routes())));
    EXPECT_TRUE(std::holds_alternative<ToApplication>(route(ask("POST", "/enrol"), {}, application_routes())));
}

TEST(Route, upgrades_only_what_is_a_whole_web_socket_request) {
    ParsedRequest asked = ask("GET", "/ws");
    EXPECT_EQ(answer(asked).status, 426u);
    asked.wants_upgrade = true;
    asked.web_socket_version = "8";
    EXPECT_EQ(answer(asked).status, 426u) << "an old version";
    asked.web_socket_version = "13";
    asked.subprotocols = "canteen.v1";
    EXPECT_EQ(answer(asked).status, 400u) << "no key";
    asked.web_socket_key = "dGhlIHNhbXBsZSBub25jZQ==";
    EXPECT_TRUE(std::holds_alternative<ToWebSocket>(route(asked, {}, {})));
    asked.subprotocols = "soap";
    EXPECT_EQ(answer(asked).status, 400u);
}

TEST(Route, refuses_what_names_no_path_or_no_host) {
    ParsedRequest proxy = ask("GET", "http://elsewhere/");
    proxy.plain_path = false;
    EXPECT_EQ(answer(proxy).status, 400u);
    ParsedRequest two_hosts = ask("GET", "/kitchen/");
    two_hosts.one_host = false;
    EXPECT_EQ(answer(two_hosts).status, 400u);
}

TEST(HttpAnswer, lets_no_value_start_a_header_of_its_own) {
    HttpReply reply;
    reply.set_cookie = "a=b\r\nX-Evil: 1";
    EXPECT_EQ(answer_of(reply).status, 500u);
    reply.set_cookie = "a=b";
    EXPECT_THAT(head_text(answer_of(reply), {}), HasSubstr("Set-Cookie: a=b\r\n"));
}

}  // namespace
}  // namespace canteen
