// Reads a basket line from one word of a command line: "101", "101x2", "101:350g", and for a set meal "15=101+204".
// Pure.
#pragma once

#include <optional>
#include <string_view>

#include "pos-client/till/basket.h"

namespace canteen::till {

// Returns nothing if it is not such a word.
std::optional<BasketLine> parse_dish(std::string_view text);

// Reads what is taken back of an order's line, by its place from 1: "2" (one portion), "2x3", "2:350g".
std::optional<RefundLine> parse_refund_line(std::string_view text);

}  // namespace canteen::till
