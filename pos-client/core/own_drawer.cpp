#include "pos-client/core/own_drawer.h"

#include <sstream>

#include "canteen/domain/base/hex.h"
#include "pos-client/core/shift_tally.h"

namespace canteen::till {

std::string to_text(const std::optional<OwnShift>& shift) {
    if (!shift) return "";
    return to_hex(shift->id.bytes) + " " + to_hex(shift->cashier.bytes) + " " + std::to_string(shift->opened_at.ms) +
           " " + std::to_string(shift->opening.value);
}

std::optional<OwnShift> kept_shift(const Outbox& outbox) {
    std::istringstream text(outbox.kept(own_shift_name).value_or(""));
    std::string id, cashier;
    OwnShift shift;
    if (!(text >> id >> cashier >> shift.opened_at.ms >> shift.opening.value)) return std::nullopt;
    shift.id = {from_hex<sizeof(Bytes16)>(id).value_or(Bytes16{})};
    shift.cashier = {from_hex<sizeof(Bytes16)>(cashier).value_or(Bytes16{})};
    return shift.id.is_nil() ? std::nullopt : std::optional(shift);
}

Fen expected_cash(const Outbox& outbox, const OwnShift& shift) {
    return tally_of(outbox, shift).expected();
}

}  // namespace canteen::till
