// An order as the kitchen sees it.
#pragma once

#include "canteen/domain/model/ticket.h"
#include "canteen/v1/kitchen.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

static_assert(v1::TicketState_MAX == static_cast<int>(TicketState::cancelled));

void to_wire(const TicketLine& line, v1::TicketLine& wire);
TicketLine from_wire(const v1::TicketLine& wire, const Path& at);

void to_wire(const Ticket& ticket, v1::Ticket& wire);
Ticket from_wire(const v1::Ticket& wire, const Path& at);

}  // namespace canteen
