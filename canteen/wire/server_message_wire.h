// What the server says to a client: feeds, and to a command that it was committed, with what was listed, or refused.
#pragma once

#include "canteen/app/message.h"
#include "canteen/v1/envelope.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

void to_wire(const Exception& exception, v1::ListedException& wire);
// A code this program does not know is kept: whoever asks for its name gets what name_of says to a stranger.
Exception from_wire(const v1::ListedException& wire, const Path& at);

void to_wire(const Answer& answer, v1::Answer& wire);
Answer from_wire(const v1::Answer& wire, const Path& at);

void to_wire(const FeedFrame& feed, v1::FeedFrame& wire);
FeedFrame from_wire(const v1::FeedFrame& wire, const Path& at);

void to_wire(const ServerMessage& message, v1::ServerFrame& wire);
ServerMessage from_wire(const v1::ServerFrame& wire, const Path& at);

}  // namespace canteen
