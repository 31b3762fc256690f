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
// is named, any peer on loopback may be one. `cookie` is the name of the screens' cookie.
ParsedRequest read_request(RawRequest raw, const Peer& peer, bool fronts_are_named, const std::string& cookie);

}  // namespace canteen
