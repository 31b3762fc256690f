// Tells which shift a command belongs to. Pure; any thread.
#pragma once

#include "canteen/domain/model/command.h"

namespace canteen {

// The shift of its till that a command names; nil: none.
ShiftId shift_of(const CommandBody& body);

}  // namespace canteen
