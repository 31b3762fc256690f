#include "canteen/app/sessions/shift_book.h"

namespace canteen {
namespace {

KnownShift known(const Shift& shift) {
    return {shift.id, shift.cashier, shift.opened_at, shift.opening.fen};
}

}  // namespace

ShiftBook::ShiftBook(const std::vector<Shift>& open) {
    for (const auto& shift : open) open_[shift.till] = known(shift);
}

void ShiftBook::apply(const Event& event) {
    if (const auto* e = std::get_if<ShiftOpened>(&event)) open_[e->shift.till] = known(e->shift);
    const auto* closed = std::get_if<ShiftClosed>(&event);
    if (!closed) return;
    const auto open = open_.find(closed->till);
    if (open != open_.end() && open->second.id == closed->shift) open_.erase(open);
}

std::optional<KnownShift> ShiftBook::open_on(DeviceId till) const {
    const auto open = open_.find(till);
    return open == open_.end() ? std::nullopt : std::optional(open->second);
}

}  // namespace canteen
