// What the server says to a command: committed with what it listed, or refused with the reason.
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

}  // namespace canteen
