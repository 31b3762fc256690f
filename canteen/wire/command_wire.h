// Commands that a client may give. Those that only the server gives have no form on the wire.
#pragma once

#include "canteen/domain/model/command.h"
#include "canteen/v1/command.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

static_assert(v1::PortionsReason_MAX == v1::WASTED);
static_assert(v1::RefundReason_MAX == static_cast<int>(RefundReason::claim_rejected));

// Throws std::invalid_argument for a command that only the server gives, or a stock move that AddPortions cannot be.
void to_wire(const Command& command, v1::Command& wire);
// Refuses client_newer before it reads anything else.
Command from_wire(const v1::Command& wire, const Path& at);

}  // namespace canteen
