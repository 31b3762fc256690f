#include "canteen/net/route.h"

#include <algorithm>

#include "canteen/net/header_text.h"
#include "canteen/net/static_pages.h"

namespace canteen {
namespace {

constexpr std::string_view web_socket_version = "13";  // RFC 6455
constexpr std::size_t web_socket_key_length = 24;      // 16 bytes in base64

RouteResult route_web_socket(const ParsedRequest& asked) {
    if (!asked.wants_upgrade || asked.web_socket_version != web_socket_version) {
        HttpAnswer answer = plain_answer(426, "this address speaks WebSocket, version 13");
        answer.headers.emplace_back("Upgrade", "websocket");
        answer.headers.emplace_back("Sec-WebSocket-Version", web_socket_version);
        return answer;
    }
    if (asked.web_socket_key.size() != web_socket_key_length)
        return plain_answer(400, "Sec-WebSocket-Key is missing or wrong");
    const auto encoding = choose_subprotocol(asked.subprotocols);
    if (!encoding) return plain_answer(400, "offer the subprotocol canteen.v1 or canteen.v1.json");
    return ToWebSocket{*encoding};
}

HttpAnswer not_allowed(const std::vector<std::string>& methods) {
    HttpAnswer answer = plain_answer(405, "this method is not for this address");
    std::string allowed;
    for (const auto& method : methods) allowed += (allowed.empty() ? "" : ", ") + method;
    answer.headers.emplace_back("Allow", allowed);
    return answer;
}

}  // namespace

Routes application_routes() {
    return {{"/healthz", {"GET", "HEAD"}}, {"/metrics", {"GET", "HEAD"}}, {"/enrol", {"POST"}}};
}

RouteResult route(const ParsedRequest& asked, const Pages& pages, const Routes& routes) {
    const HttpRequest& request = asked.request;
    if (!asked.plain_path || !asked.one_host) return plain_answer(400, "the request's address is wrong");
    if (!asked.says_for_whom) return plain_answer(400, "the front must send X-Forwarded-For");
    if (request.target == web_socket_path) return route_web_socket(asked);

    std::vector<std::string> methods;
    if (const auto page = pages.find(request.target); page != pages.end()) {
        if (request.method == "GET" || request.method == "HEAD")
            return answer_page(page->second, asked.if_none_match, asked.accept_encoding);
        methods = {"GET", "HEAD"};
    }
    if (const auto found = routes.find(request.target); found != routes.end()) {
        methods.insert(methods.end(), found->second.begin(), found->second.end());
        if (std::find(methods.begin(), methods.end(), request.method) != methods.end()) return ToApplication{};
    }
    if (methods.empty()) return plain_answer(404, "there is nothing at this address");
    return not_allowed(methods);
}

}  // namespace canteen
