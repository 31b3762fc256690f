// Turns the admin socket's messages into bytes and back, at both ends. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "canteen/app/admin_message.h"
#include "canteen/app/codec.h"

namespace canteen {

// Throws std::invalid_argument for a command that only the server gives.
std::string encode(const AdminRequest& request);
// Returns the request, or why it is refused (malformed, client_newer).
std::variant<AdminRequest, Rejection> decode_admin_request(std::string_view bytes, const Codec& codec);

std::string encode(const AdminReply& reply);
// Throws CodecError.
AdminReply decode_admin_reply(std::string_view bytes);

}  // namespace canteen
