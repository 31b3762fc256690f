#include "canteen/net/parsed_request.h"

#include <boost/beast/http/rfc7230.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include "canteen/app/address.h"
#include "canteen/app/screen_cookie.h"
#include "canteen/net/header_text.h"

namespace canteen {

namespace http = boost::beast::http;

namespace {

// Returns the header's values, joined as one list if it came several times.
template <class Name>
std::string joined(const RawRequest& raw, Name name, std::string_view separator = ",") {
    std::string all;
    const auto [first, last] = raw.equal_range(name);
    for (auto line = first; line != last; ++line) {
        if (!all.empty()) all += separator;
        all.append(line->value());
    }
    return all;
}

bool has_one_host(const RawRequest& raw) {
    const auto hosts = raw.count(http::field::host);
    return hosts == 1 || (hosts == 0 && raw.version() < 11);
}

std::string last_of(const std::string& list, const std::string& otherwise) {
    const auto parts = comma_list(list);
    return parts.empty() ? otherwise : std::string(parts.back());
}

}  // namespace

ParsedRequest read_request(RawRequest raw, const Peer& peer, bool fronts_are_named, const std::string& cookie) {
    ParsedRequest asked;
    HttpRequest& request = asked.request;
    const std::string target(raw.target());
    asked.plain_path = target.starts_with('/');
    asked.one_host = has_one_host(raw);
    // An HTTP/1.0 client that could keep the connection is not told so and does not miss it.
    asked.keep_alive = raw.keep_alive() && raw.version() == 11;

    request.method = std::string(raw.method_string());
    request.target = target.substr(0, target.find('?'));
    request.content_type = std::string(raw[http::field::content_type]);
    request.authority = std::string(raw[http::field::host]);
    request.host = host_without_port(request.authority);
    request.origin = std::string(raw[http::field::origin]);
    const bool may_be_front = fronts_are_named ? peer.is_front : peer.loopback;
    const auto forwarded = may_be_front ? last_of(joined(raw, "X-Forwarded-For"), "") : std::string();
    asked.says_for_whom = !peer.is_front || is_address(forwarded);
    request.remote = forwarded.empty() ? peer.address : forwarded;
    request.from_here = peer.loopback && forwarded.empty();
    request.over_tls = may_be_front && joined(raw, "X-Forwarded-Proto") == "https";

    asked.device_cookie = cookie_value(joined(raw, http::field::cookie, "; "),
                                       request.over_tls ? std::string(secure_cookie_prefix) + cookie : cookie);
    asked.if_none_match = joined(raw, http::field::if_none_match);
    asked.accept_encoding = joined(raw, http::field::accept_encoding);
    asked.wants_upgrade = boost::beast::websocket::is_upgrade(raw);
    asked.web_socket_key = std::string(raw[http::field::sec_websocket_key]);
    asked.web_socket_version = std::string(raw[http::field::sec_websocket_version]);
    asked.subprotocols = joined(raw, http::field::sec_websocket_protocol);
    request.body = std::move(raw.body());
    return asked;
}

}  // namespace canteen
