// How one client is spoken to: its encoding, and the protocol that its hello named. Value.
#pragma once

#include <string>

#include "canteen/app/codec.h"
#include "canteen/app/message.h"

namespace canteen {

struct Dialect {
    Encoding encoding = Encoding::binary;
    std::uint32_t protocol = protocol_version;
};

inline constexpr std::size_t dialects = std::size_t{2} * protocols_spoken;

// 0 .. dialects - 1, of a protocol that is spoken.
constexpr std::size_t index_of(Dialect dialect) {
    return static_cast<std::size_t>(dialect.encoding) * protocols_spoken + (protocol_version - dialect.protocol);
}

// Returns the message without what clients of the protocol cannot read. A field, kind or term that is added to what the
// server sends must be left out here for those before.
ServerMessage in_words_of(std::uint32_t protocol, const ServerMessage& message);

// Encodes the frame whole, for a client that speaks the dialect.
std::string encode_in(Dialect dialect, const Codec& codec, const ServerMessage& message);

}  // namespace canteen
