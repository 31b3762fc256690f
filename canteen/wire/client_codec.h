// A client's codec, in binary: the till's side of the wire. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "canteen/app/message.h"

namespace canteen {

inline constexpr std::size_t max_command_bytes = 8 * 1024;  // keeps what it does within a journal row of 32 KiB

// Sends a submit as an entry if it has a device_seq, else as a command. Throws std::invalid_argument for a command that
// only the server gives.
std::string encode_client(const ClientMessage& message);

// Throws CodecError for anything but a server's frame, and for a frame of a newer server that this client cannot
// understand: an unknown kind of frame, of step in a right sheet, of diet flag or allergen, or of answer to a query.
// Skips unknown fields.
ServerMessage decode_server(std::string_view frame);

// Returns a till's entry: the bytes that its hash covers, the same for equal commands. Throws std::invalid_argument for
// a command that only the server gives, CodecError for one that could not be read again.
std::string encode_command(const Command& command);
// Throws CodecError.
Command decode_command(std::string_view entry);

}  // namespace canteen
