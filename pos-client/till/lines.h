// Turns the basket's lines into order lines, with prices and choices filled in from the menu. Pure; any thread.
#pragma once

#include <variant>
#include <vector>

#include "canteen/domain/model/rejection.h"
#include "pos-client/till/basket.h"
#include "pos-client/till/replica.h"

namespace canteen::till {

// Returns the lines numbered from 1, or what is wrong with the first bad one (dish_unknown, line_invalid).
std::variant<std::vector<OrderLine>, Rejection> order_lines(const std::vector<BasketLine>& basket, const Menu& menu,
                                                            const Replica& replica);

}  // namespace canteen::till
