// Where a client stands: in a feed, and in its own numbering.
#pragma once

#include "canteen/app/message.h"
#include "canteen/v1/envelope.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

static_assert(v1::Feed_MAX == static_cast<int>(Feed::uses));

void to_wire(const Cursor& cursor, v1::Cursor& wire);
Cursor from_wire(const v1::Cursor& wire, const Path& at);

void to_wire(const TillState& state, v1::TillState& wire);
TillState from_wire(const v1::TillState& wire, const Path& at);

}  // namespace canteen
