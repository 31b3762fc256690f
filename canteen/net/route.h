// Decides where a request goes: to a file, to the application, to a WebSocket, or back with an error. Pure.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "canteen/app/connection_gate.h"
#include "canteen/net/http_answer.h"
#include "canteen/net/page.h"

namespace canteen {

inline constexpr std::string_view web_socket_path = "/ws";

// The methods that the application answers itself, by path.
using Routes = std::map<std::string, std::vector<std::string>, std::less<>>;
Routes application_routes();

// A request as net/ reads it; header values are "" where absent.
struct ParsedRequest {
    HttpRequest request;
    bool keep_alive = false;
    bool plain_path = true;     // the target is a path ("/x?y"), not "*" or another server's address
    bool one_host = true;       // exactly one Host header, or an HTTP/1.0 client
    bool says_for_whom = true;  // false: a front did not name its client
    std::string device_cookie;
    std::string if_none_match;
    std::string accept_encoding;
    bool wants_upgrade = false;  // a GET with Upgrade: websocket
    std::string web_socket_key;
    std::string web_socket_version;
    std::string subprotocols;  // as offered

    // HEAD gets the answer to GET without the body.
    bool head_only() const { return request.method == "HEAD"; }
};

struct ToApplication {};
struct ToWebSocket {
    Encoding encoding = Encoding::binary;
};
using RouteResult = std::variant<HttpAnswer, ToApplication, ToWebSocket>;

RouteResult route(const ParsedRequest& asked, const Pages& pages, const Routes& routes);

}  // namespace canteen
