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

// The message without what clients of the protocol cannot read. Whoever adds a field, a kind or a term that the server
// sends leaves it out here for those before.
ServerMessage in_words_of(std::uint32_t protocol, const ServerMessage& message);

// The frame, whole for whoever speaks the dialect.
std::string encode_in(Dialect dialect, const Codec& codec, const ServerMessage& message);

}  // namespace canteen
