// A basket line as one word of a command line: "101", "101x2", "101:350g", and of a set meal "15=101+204". Pure.
#pragma once

#include <optional>
#include <string_view>

#include "pos-client/till/basket.h"

namespace canteen::till {

// Nothing if it is not such a word.
std::optional<BasketLine> parse_dish(std::string_view text);

}  // namespace canteen::till
