// Server messages to a client: feeds, and answers that a command was committed, with the exceptions listed, or refused.
#pragma once

#include "canteen/app/message.h"
#include "canteen/v1/envelope.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

void to_wire(const Exception& exception, v1::ListedException& wire);
// Keeps a code that this program does not know: name_of has an answer for such codes, too.
Exception from_wire(const v1::ListedException& wire, const Path& at);

void to_wire(const Answer& answer, v1::Answer& wire);
Answer from_wire(const v1::Answer& wire, const Path& at);

void to_wire(const FeedFrame& feed, v1::FeedFrame& wire);
FeedFrame from_wire(const v1::FeedFrame& wire, const Path& at);

void to_wire(const ServerMessage& message, v1::ServerFrame& wire);
ServerMessage from_wire(const v1::ServerFrame& wire, const Path& at);

}  // namespace canteen
