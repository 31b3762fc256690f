// The stock an order consumes. Pure; any thread.
#pragma once

#include <vector>

#include "canteen/domain/model/menu.h"
#include "canteen/domain/model/order.h"
#include "canteen/domain/model/stock.h"

namespace canteen {

struct Demand {
    DishId dish;
    std::int64_t amount = 0;  // portions, or grams for a dish sold by weight
    bool operator==(const Demand&) const = default;
};

// Each dish once, in order of first mention. A set meal consumes its chosen dishes; a dish the menu does not have,
// none.
std::vector<Demand> demand_of(const OrderDraft& draft, const Menu& menu);

// Everything demanded as moves of one kind (sold or held).
std::vector<StockMove> moves_of(const std::vector<Demand>& demand, Meal meal, StockMoveKind kind);

}  // namespace canteen
