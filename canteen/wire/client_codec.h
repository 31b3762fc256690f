// The codec of a client, in binary: the till's side of the wire. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "canteen/app/message.h"

namespace canteen {

inline constexpr std::size_t max_command_bytes = 8 * 1024;  // keeps what it does within a journal row of 32 KiB

// A submit goes as an entry if it has a device_seq, else as a command. Throws std::invalid_argument for a command of
// the server's own.
std::string encode_client(const ClientMessage& message);

// Throws CodecError for what is not a server's frame, or one that a newer server cannot expect this client to grasp
// (an unknown kind of frame, of a right sheet's step, of a diet flag or allergen, or of what a query is told). Unknown
// fields are passed over.
ServerMessage decode_server(std::string_view frame);

// A till's entry: the bytes its hash is over. The same for equal commands. Throws std::invalid_argument for a command
// of the server's own, CodecError for one that could not be read again.
std::string encode_command(const Command& command);
// Throws CodecError.
Command decode_command(std::string_view entry);

}  // namespace canteen
