// Makes an order's ticket, all that the kitchen is told of it. Pure; any thread.
#pragma once

#include "canteen/domain/model/menu.h"
#include "canteen/domain/model/order.h"

namespace canteen {

// Nothing if no dish of it is cooked or packed. At the counter only dishes cooked to order stand on it; an order that
// is fetched later or delivered is packed whole. Due at `placed_at` plus the longest minutes of its dishes, unless the
// draft says when.
std::optional<Ticket> ticket_of(const OrderDraft& draft, const Menu& menu, Timestamp placed_at);

// Returns the note the kitchen reads beside a line's dish: the line's own note, and its weight if it is weighed.
std::string ticket_note_of(const OrderLine& line);

// Returns the portions (or grams) of each line that is cooked and cannot go back.
std::vector<std::pair<DishId, std::int64_t>> cooked_of(const Order& order);

}  // namespace canteen
