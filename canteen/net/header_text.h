// Reads the values of HTTP headers. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canteen/app/message.h"

namespace canteen {

// Returns the parts between commas, without blanks around them; leaves empty parts out.
std::vector<std::string_view> comma_list(std::string_view value);

// Turns "kitchen.local:8080" into "kitchen.local", "[::1]:8080" into "::1".
std::string host_without_port(std::string_view host);

// Returns the value of that cookie in a Cookie header, "" if absent.
std::string cookie_value(std::string_view cookie_header, std::string_view name);

// Returns true if the client takes gzip: named or "*", and not with q=0.
bool accepts_gzip(std::string_view accept_encoding);

// Returns true if If-None-Match names this etag (quoted, weak or not) or is "*".
bool etag_matches(std::string_view if_none_match, std::string_view etag);

// The wire's subprotocols; frames are binary in the first and text in the second.
inline constexpr std::string_view binary_subprotocol = "canteen.v1";
inline constexpr std::string_view json_subprotocol = "canteen.v1.json";
std::string_view name_of(Encoding encoding);
// Returns the first offered subprotocol that we speak.
std::optional<Encoding> choose_subprotocol(std::string_view offered);

}  // namespace canteen
