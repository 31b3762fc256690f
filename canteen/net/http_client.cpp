#include "canteen/net/http_client.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace canteen {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

// One exchange on a loop of its own; anything unfinished at the deadline is dropped with the loop.
struct Exchange {
    void run(const std::string& host, std::uint16_t port) {
        resolver.async_resolve(host, std::to_string(port), [this](error_code e, const tcp::resolver::results_type& r) {
            if (e) return fail(e);
            asio::async_connect(socket, r,
                                [this](error_code failed, const tcp::endpoint&) { failed ? fail(failed) : write(); });
        });
        io.run_for(http_client_deadline);
        if (!done) throw HttpError(error ? "no answer: " + error.message() : "no answer in time");
    }

    void write() {
        asio::async_write(socket, asio::buffer(request), [this](error_code failed, std::size_t) {
            // A server that refuses early has answered before it stops reading.
            if (failed && failed != asio::error::broken_pipe && failed != asio::error::connection_reset)
                return fail(failed);
            read();
        });
    }

    void read() {
        asio::async_read(socket, asio::dynamic_buffer(reply, max_http_result_bytes),
                         [this](error_code failed, std::size_t) {
                             if (failed && failed != asio::error::eof && reply.empty()) return fail(failed);
                             done = true;
                         });
    }

    void fail(error_code why) { error = why; }

    asio::io_context io;
    tcp::resolver resolver{io};
    tcp::socket socket{io};
    std::string request;
    std::string reply;
    error_code error;
    bool done = false;
};

HttpResult parse(const std::string& reply, bool without_body) {
    http::response_parser<http::string_body> parser;
    parser.eager(true);
    parser.skip(without_body);
    parser.body_limit(max_http_result_bytes);
    error_code failed;
    parser.put(asio::buffer(reply), failed);
    if (!failed && !parser.is_done()) parser.put_eof(failed);
    if (failed) throw HttpError("not an HTTP answer: " + failed.message());

    HttpResult result;
    result.status = parser.get().result_int();
    for (const auto& field : parser.get()) {
        std::string name(field.name_string());
        for (char& c : name)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        result.headers.emplace(std::move(name), std::string(field.value()));
    }
    result.body = std::move(parser.get().body());
    return result;
}

std::string request_head(const char* method, const std::string& host, std::uint16_t port, const std::string& target) {
    return std::string(method) + ' ' + target + " HTTP/1.1\r\nHost: " + host + ':' + std::to_string(port) + "\r\n";
}

}  // namespace

std::string HttpResult::header(const std::string& lower_case_name) const {
    const auto found = headers.find(lower_case_name);
    return found == headers.end() ? std::string() : found->second;
}

HttpResult http_exchange(const std::string& host, std::uint16_t port, const std::string& head,
                         const std::string& body) {
    Exchange exchange;
    exchange.request = head + "Connection: close\r\n\r\n" + body;
    exchange.run(host, port);
    return parse(exchange.reply, head.starts_with("HEAD "));
}

HttpResult http_get(const std::string& host, std::uint16_t port, const std::string& target) {
    return http_exchange(host, port, request_head("GET", host, port, target));
}

HttpResult post_form(const std::string& host, std::uint16_t port, const std::string& target, const std::string& body) {
    return http_exchange(host, port,
                         request_head("POST", host, port, target) +
                             "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                             std::to_string(body.size()) + "\r\n",
                         body);
}

std::string form_encoded(const std::string& value) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string encoded;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (plain.find(c) != std::string_view::npos)
            encoded += c;
        else
            encoded.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
    return encoded;
}

}  // namespace canteen
