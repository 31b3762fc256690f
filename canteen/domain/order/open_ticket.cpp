#include "canteen/domain/order/open_ticket.h"

#include <algorithm>
#include <map>

#include "canteen/domain/order/refund_remainder.h"

namespace canteen {

namespace {

// Adds the lines of one order to a ticket.
class TicketWriter {
public:
    TicketWriter(const OrderDraft& draft, const Menu& menu)
        : menu_(menu), packed_(draft.origin != Origin::counter || draft.mode == ServiceMode::delivery) {}

    void add(const OrderLine& line) {
        const Dish* dish = menu_.find(line.dish);
        if (!dish) return;
        if (!dish->is_set_meal()) return add(*dish, line, line.quantity);
        for (std::size_t i = 0; i < line.chosen.size(); ++i) add_chosen(line, i);
    }

    std::vector<TicketLine> lines;
    std::uint32_t longest_minutes = 0;

private:
    // A dish chosen twice in one set meal is one ticket line, at its first mention.
    void add_chosen(const OrderLine& line, std::size_t at) {
        const auto is_same = [&](const ChosenDish& c) { return c.dish == line.chosen[at].dish; };
        const auto begin = line.chosen.begin();
        if (std::any_of(begin, begin + static_cast<std::ptrdiff_t>(at), is_same)) return;
        const auto times = std::count_if(begin, line.chosen.end(), is_same);
        if (const Dish* dish = menu_.find(line.chosen[at].dish))
            add(*dish, line, static_cast<std::uint32_t>(times) * line.quantity);
    }

    void add(const Dish& dish, const OrderLine& line, std::uint32_t quantity) {
        if (dish.served != Served::to_order && !packed_) return;
        const auto index = static_cast<std::uint32_t>(lines.size());
        lines.push_back({index, dish.id, dish.name, dish.name_en, quantity, ticket_note_of(line), line.flags, false});
        longest_minutes = std::max(longest_minutes, dish.minutes);
    }

    const Menu& menu_;
    bool packed_;
};

// Returns what is left of a ticket's line, the n-th of its dish: grams if it was weighed, else portions.
std::int64_t left_of(const Order& order, const TicketLine& ticket_line, std::size_t nth) {
    for (const auto& line : order.draft.lines) {
        if (line.dish != ticket_line.dish) continue;
        if (nth-- == 0 && line.grams != 0) return amount_left(order, line);
    }
    return ticket_line.quantity;
}

}  // namespace

// A weighed dish says its weight: one portion of it means nothing.
std::string ticket_note_of(const OrderLine& line) {
    if (line.price_grams == 0) return line.note;
    return std::to_string(line.grams) + " g" + (line.note.empty() ? "" : "; " + line.note);
}

std::optional<Ticket> ticket_of(const OrderDraft& draft, const Menu& menu, Timestamp placed_at) {
    TicketWriter writer(draft, menu);
    for (const auto& line : draft.lines) writer.add(line);
    if (writer.lines.empty()) return std::nullopt;
    Ticket ticket;
    ticket.order = draft.id;
    ticket.pickup = draft.pickup;
    ticket.meal = draft.meal;
    ticket.origin = draft.origin;
    ticket.mode = draft.mode;
    ticket.placed_at = placed_at;
    const Timestamp soonest = placed_at + std::chrono::minutes{writer.longest_minutes};
    ticket.due = draft.origin == Origin::counter ? soonest : draft.due.value_or(soonest);
    ticket.lines = std::move(writer.lines);
    return ticket;
}

std::vector<std::pair<DishId, std::int64_t>> cooked_of(const Order& order) {
    std::vector<std::pair<DishId, std::int64_t>> cooked;
    if (!order.ticket) return cooked;
    std::map<DishId, std::size_t> seen;
    for (const auto& line : order.ticket->lines) {
        const std::int64_t left = left_of(order, line, seen[line.dish]++);
        if (order.ticket->is_cooked(line) && left > 0) cooked.emplace_back(line.dish, left);
    }
    return cooked;
}

}  // namespace canteen
