#include "canteen/domain/model/ticket.h"

#include <algorithm>

namespace canteen {

std::string to_string(const PickupNumber& number) {
    constexpr std::size_t least_digits = 3;
    const std::string count = std::to_string(number.count);
    return number.letters + std::string(least_digits - std::min(least_digits, count.size()), '0') + count;
}

bool Ticket::is_cooked(const TicketLine& line) const {
    return line.done || state == TicketState::ready || on_paper;
}

void Ticket::mark(bool ready, Timestamp at) {
    state = ready ? TicketState::ready : TicketState::open;
    ready_at = ready ? std::optional{at} : std::nullopt;
}

void Ticket::hand_over() {
    if (state != TicketState::cancelled) state = TicketState::handed_over;
}

}  // namespace canteen
