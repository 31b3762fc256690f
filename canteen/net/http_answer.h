// An HTTP answer as a value, and its head as text. Every answer, also every error, carries the security headers.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "canteen/app/connection_gate.h"

namespace canteen {

using HeaderLine = std::pair<std::string_view, std::string_view>;

// Forbid inline scripts, anything from elsewhere, and frames. 'self' covers the WebSocket of the same host.
inline constexpr std::array<HeaderLine, 3> security_headers{{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
     "frame-ancestors 'none'; base-uri 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
}};
// Sent only behind TLS; holds for a year.
inline constexpr HeaderLine transport_security{"Strict-Transport-Security", "max-age=31536000"};

struct HttpAnswer {
    unsigned status = 200;
    std::string content_type = "text/plain; charset=utf-8";
    std::shared_ptr<const std::string> body = std::make_shared<const std::string>();
    std::string cache_control = "no-store";
    std::vector<std::pair<std::string, std::string>> headers;  // further ones
};

// Makes an answer of a short text, one line.
HttpAnswer plain_answer(unsigned status, std::string_view text);
// Makes an answer of the application's reply; 500 if one of its header values holds a control character.
HttpAnswer answer_of(HttpReply reply);

struct HeadOptions {
    bool keep_alive = false;
    bool over_tls = false;
};
// Returns the status line and headers, up to and including the empty line. A HEAD request gets just this.
std::string head_text(const HttpAnswer& answer, HeadOptions options);

}  // namespace canteen
