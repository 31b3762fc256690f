// What the server says to a client.
#pragma once

#include "canteen/app/message.h"
#include "canteen/v1/envelope.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

void to_wire(const FeedFrame& feed, v1::FeedFrame& wire);
FeedFrame from_wire(const v1::FeedFrame& wire, const Path& at);

void to_wire(const ServerMessage& message, v1::ServerFrame& wire);
ServerMessage from_wire(const v1::ServerFrame& wire, const Path& at);

}  // namespace canteen
