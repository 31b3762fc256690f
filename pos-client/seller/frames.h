// The till's words as bytes: frames to and from the server, entries and answers as kept. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "canteen/app/message.h"

namespace canteen::till {

std::string frame_of(const ClientMessage& message);
// Nothing if it cannot be read: the connection is given up.
std::optional<ServerMessage> message_in(std::string_view frame);

// Deterministic. The bytes of an outbox entry.
std::string bytes_of(const Command& command);
// Throws CodecError if the outbox holds something else.
Command command_in(std::string_view bytes);

// As the server would send them, which is how they are kept.
std::string bytes_of(const ServerMessage& message);
Answer answer_in(std::string_view bytes);  // throws CodecError

}  // namespace canteen::till
