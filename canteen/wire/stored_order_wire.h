// An order as the disk keeps it, with all that was booked for it, and what refunds make of it.
#pragma once

#include "canteen/domain/model/event.h"
#include "canteen/v1/journal.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

static_assert(v1::OrderState_MAX == static_cast<int>(OrderState::expired));

void to_wire(const Refunded& refund, v1::Refunded& wire);
Refunded from_wire(const v1::Refunded& wire, const Path& at);

void to_wire(const StruckLine& line, v1::StruckLine& wire);
StruckLine from_wire(const v1::StruckLine& wire, const Path& at);

void to_wire(const Order& order, v1::Order& wire);
Order from_wire(const v1::Order& wire, const Path& at);

}  // namespace canteen
