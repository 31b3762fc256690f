// Client messages on the wire, with where the client stands: in a feed, and in its own numbering.
#pragma once

#include "canteen/app/message.h"
#include "canteen/v1/envelope.pb.h"
#include "canteen/wire/client_codec.h"
#include "canteen/wire/field.h"

namespace canteen {

static_assert(v1::Feed_MAX == static_cast<int>(Feed::staff));

void to_wire(const Cursor& cursor, v1::Cursor& wire);
Cursor from_wire(const v1::Cursor& wire, const Path& at);

void to_wire(const TillState& state, v1::TillState& wire);
TillState from_wire(const v1::TillState& wire, const Path& at);

inline constexpr std::size_t max_host_bytes = 253;  // of a DNS name
inline constexpr std::size_t max_hello_feeds = 16;

// Sends a submit as an entry if it has a device_seq, else as a command.
void to_wire(const ClientMessage& message, v1::ClientFrame& wire);
// Turns an entry whose command cannot be read into an UnreadableSubmit, and a query that cannot be read into an
// UnreadableQuery, instead of refusing the frame. Leaves unknown feeds out of a hello.
ClientMessage from_wire(const v1::ClientFrame& wire, const Path& at);

}  // namespace canteen
