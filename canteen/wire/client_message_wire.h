// What a client says to the server, and where it stands: in a feed, and in its own numbering.
#pragma once

#include "canteen/app/message.h"
#include "canteen/v1/envelope.pb.h"
#include "canteen/wire/client_codec.h"
#include "canteen/wire/field.h"

namespace canteen {

static_assert(v1::Feed_MAX == static_cast<int>(Feed::uses));

void to_wire(const Cursor& cursor, v1::Cursor& wire);
Cursor from_wire(const v1::Cursor& wire, const Path& at);

void to_wire(const TillState& state, v1::TillState& wire);
TillState from_wire(const v1::TillState& wire, const Path& at);

inline constexpr std::size_t max_host_bytes = 253;  // of a DNS name
inline constexpr std::size_t max_hello_feeds = 16;

// A submit goes as an entry if it has a device_seq, else as a command.
void to_wire(const ClientMessage& message, v1::ClientFrame& wire);
// An entry whose command cannot be read is an UnreadableSubmit and a query that cannot be read an UnreadableQuery, not
// a refusal of the frame. A feed that is not known is left out of a hello.
ClientMessage from_wire(const v1::ClientFrame& wire, const Path& at);

}  // namespace canteen
