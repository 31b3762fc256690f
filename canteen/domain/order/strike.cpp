#include "canteen/domain/order/strike.h"

#include <algorithm>

#include "canteen/domain/order/open_ticket.h"
#include "canteen/domain/order/refund_remainder.h"

namespace canteen {

namespace {

// One part after the other on a copy of the ticket.
class Striker {
public:
    explicit Striker(const Ticket& ticket) : before_(ticket), ticket_(ticket) {}

    void take(const TakenBack& part) {
        if (part.line.price_grams != 0) return take_weighed(part);
        if (part.line.chosen.empty()) return take(part.line, part.line.dish, part.amount);
        for (const auto& chosen : part.line.chosen) take(part.line, chosen.dish, part.amount);
    }

    Striking result() && {
        for (std::size_t i = 0; i < ticket_.lines.size(); ++i) {
            const auto& line = ticket_.lines[i];
            if (line != before_.lines[i]) striking_.lines.push_back({line.index, line.quantity, line.note});
        }
        return std::move(striking_);
    }

private:
    // The lines of the dish, the likest first: same note and flags before others, then what is not cooked before what
    // is.
    std::vector<TicketLine*> likest(const OrderLine& line, DishId dish) {
        std::vector<TicketLine*> found;
        for (auto& l : ticket_.lines)
            if (l.dish == dish && l.quantity > 0) found.push_back(&l);
        const auto unlikeness = [note = ticket_note_of(line), &line](const TicketLine* l) {
            return (l->note == note && l->flags == line.flags ? 0 : 2) + (l->done ? 1 : 0);
        };
        std::stable_sort(found.begin(), found.end(),
                         [&](const TicketLine* a, const TicketLine* b) { return unlikeness(a) < unlikeness(b); });
        return found;
    }

    void take(const OrderLine& line, DishId dish, std::uint32_t amount) {
        for (auto* l : likest(line, dish)) {
            const auto taken = std::min(amount, l->quantity);
            l->quantity -= taken;
            amount -= taken;
            if (taken > 0 && ticket_.is_cooked(*l)) striking_.cooked[dish] += taken;
        }
    }

    // One line of the ticket, whose note says the weight.
    void take_weighed(const TakenBack& part) {
        const auto found = likest(part.line, part.line.dish);
        if (found.empty()) return;
        TicketLine& line = *found.front();
        if (ticket_.is_cooked(line)) striking_.cooked[line.dish] += part.amount;
        const auto left = amount_of(part.line) - part.amount;
        line.note = ticket_note_of(part_of(part.line, left));
        if (left == 0) line.quantity = 0;
    }

    const Ticket& before_;
    Ticket ticket_;
    Striking striking_;
};

}  // namespace

Striking strike_out(const Ticket& ticket, const std::vector<TakenBack>& parts) {
    Striker striker(ticket);
    for (const auto& part : parts) striker.take(part);
    return std::move(striker).result();
}

void strike(Ticket& ticket, const std::vector<StruckLine>& lines) {
    for (const auto& struck : lines) {
        ticket.lines.at(struck.index).quantity = struck.quantity;
        ticket.lines.at(struck.index).note = struck.note;
    }
    if (is_struck_out(ticket)) ticket.state = TicketState::cancelled;
}

bool is_struck_out(const Ticket& ticket) {
    return std::all_of(ticket.lines.begin(), ticket.lines.end(),
                       [](const TicketLine& line) { return line.quantity == 0; });
}

}  // namespace canteen
