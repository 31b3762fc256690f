// An order's lines as the rules of a scheme see them. Values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "canteen/domain/base/money.h"

namespace canteen {

struct PricedLine {
    Fen amount;  // of the whole line, never negative
    bool set_meal = false;
    std::uint32_t quantity = 1;
};

// The sum of all lines; with `set_meals_from`, of the set meals that cost at least this a portion.
Fen food_of(const std::vector<PricedLine>& lines, const std::optional<Fen>& set_meals_from = {});

}  // namespace canteen
