// The money in this till's drawer, by its own disk: the shift that is open, and what should be there. One thread.
#pragma once

#include <optional>
#include <string>

#include "canteen/domain/model/shift.h"
#include "pos-client/outbox/outbox.h"

namespace canteen::till {

// The shift that this till opened and did not close.
struct OwnShift {
    ShiftId id;
    StaffId cashier;      // nil: a house without staff
    Timestamp opened_at;  // server time
    Fen opening;          // the float
    bool operator==(const OwnShift&) const = default;
};

// How it is kept on the disk: in the same commit as the entry that opens or closes it.
inline constexpr const char* own_shift_name = "shift.open";
std::string to_text(const std::optional<OwnShift>& shift);
// Nothing: none is open.
std::optional<OwnShift> kept_shift(const Outbox& outbox);

// Returns what should be in the drawer by all that was done in the shift so far: sales that stand, refunds that were
// made, moves, top-ups and pay-outs. A sale counts once the cashier took the money for it.
Fen expected_cash(const Outbox& outbox, const OwnShift& shift);

}  // namespace canteen::till
