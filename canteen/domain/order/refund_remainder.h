// Tells what is still the guest's of an order after its refunds. Pure; any thread.
#pragma once

#include "canteen/domain/model/order.h"

namespace canteen {

// Portions, or grams of a weighed line: the unit of RefundLine.
std::uint32_t amount_of(const OrderLine& line);
// The same, without what was refunded.
std::uint32_t amount_left(const Order& order, const OrderLine& line);
// True if refunds took all of it back.
bool is_taken_back(const Order& order);

// Returns the sums the order comes to since its last refund.
const Sums& sums_now(const Order& order);

// A part of the line, at the price that was charged: a part of a weighed line is rounded as a line of its own would be.
OrderLine part_of(const OrderLine& line, std::uint32_t amount);
// The lines that are left, each as far as it is left.
std::vector<OrderLine> lines_left(const Order& order);

Fen sum_of(const std::vector<OrderLine>& lines);

}  // namespace canteen
