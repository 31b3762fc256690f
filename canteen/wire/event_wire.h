// Events as a row of the journal keeps them. A member's facts are sealed under the row's seq.
#pragma once

#include "canteen/app/sealer.h"
#include "canteen/domain/model/event.h"
#include "canteen/v1/journal.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

// Throws std::invalid_argument for a scheme without its text: it could not be read again.
void to_wire(const Event& event, Seq seq, Sealer& sealer, v1::Event& wire);
// Also throws UnsealError.
Event from_wire(const v1::Event& wire, Seq seq, const Sealer& sealer, const Path& at);

}  // namespace canteen
