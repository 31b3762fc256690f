#include "canteen/net/http_answer.h"

#include <algorithm>
#include <boost/beast/http/status.hpp>

namespace canteen {

namespace http = boost::beast::http;

namespace {

bool has_body(unsigned status) {
    return status != 204 && status != 304;
}

bool fits_a_header(std::string_view value) {
    return std::none_of(value.begin(), value.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    });
}

void add_line(std::string& head, std::string_view name, std::string_view value) {
    head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

HttpAnswer plain_answer(unsigned status, std::string_view text) {
    HttpAnswer answer;
    answer.status = status;
    answer.body = std::make_shared<const std::string>(std::string(text) + "\n");
    return answer;
}

HttpAnswer answer_of(HttpReply reply) {
    if (!fits_a_header(reply.content_type) || !fits_a_header(reply.set_cookie) || !fits_a_header(reply.location))
        return plain_answer(500, "the answer could not be sent");
    HttpAnswer answer;
    answer.status = reply.status;
    answer.content_type = std::move(reply.content_type);
    answer.body = std::make_shared<const std::string>(std::move(reply.body));
    if (!reply.set_cookie.empty()) answer.headers.emplace_back("Set-Cookie", std::move(reply.set_cookie));
    if (!reply.location.empty()) answer.headers.emplace_back("Location", std::move(reply.location));
    return answer;
}

std::string head_text(const HttpAnswer& answer, HeadOptions options) {
    std::string head = "HTTP/1.1 " + std::to_string(answer.status) + " ";
    head.append(http::obsolete_reason(http::int_to_status(answer.status))).append("\r\n");
    if (has_body(answer.status)) {
        add_line(head, "Content-Type", answer.content_type);
        add_line(head, "Content-Length", std::to_string(answer.body->size()));
    }
    add_line(head, "Cache-Control", answer.cache_control);
    for (const auto& [name, value] : answer.headers) add_line(head, name, value);
    for (const auto& [name, value] : security_headers) add_line(head, name, value);
    if (options.over_tls) add_line(head, transport_security.first, transport_security.second);
    if (!options.keep_alive) add_line(head, "Connection", "close");
    return head + "\r\n";
}

}  // namespace canteen
