// Striking out on a ticket what the kitchen need not cook any more. Pure; any thread.
#pragma once

#include <map>

#include "canteen/domain/model/event.h"

namespace canteen {

// A part of a line that is taken back; `line` is as it was left before.
struct TakenBack {
    OrderLine line;
    std::uint32_t amount = 0;  // portions, or grams of a weighed line
};

struct Striking {
    std::vector<StruckLine> lines;          // of the ticket
    std::map<DishId, std::int64_t> cooked;  // portions or grams of it that are cooked already
};

// Takes first what reads the same, and of that first what is not cooked yet.
Striking strike_out(const Ticket& ticket, const std::vector<TakenBack>& parts);

// Makes it so. Lines keep their places, for the kitchen may be marking one at this moment. A ticket with nothing left
// is cancelled, so that the kitchen sees it.
void strike(Ticket& ticket, const std::vector<StruckLine>& lines);
// True if nothing is left to cook or pack.
bool is_struck_out(const Ticket& ticket);

}  // namespace canteen
