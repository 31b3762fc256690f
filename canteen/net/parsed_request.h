// Turns Beast's request into ours. Internal to net/. Pure.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <string>

#include "canteen/net/route.h"

namespace canteen {

using RawRequest = boost::beast::http::request<boost::beast::http::string_body>;

// The other end of a TCP connection.
struct Peer {
    std::string address;
    bool loopback = false;
    bool is_front = false;  // canteen.toml names it
};

// Believes only what a front says of its client (X-Forwarded-For, its last address; X-Forwarded-Proto). Where no front
// is named, any peer on loopback may be one.
ParsedRequest read_request(RawRequest raw, const Peer& peer, bool fronts_are_named);

inline constexpr std::string_view device_cookie = "canteen_device";
inline constexpr std::string_view secure_device_cookie = "__Host-canteen_device";  // behind TLS only this one

}  // namespace canteen
