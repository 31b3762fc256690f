// Portions (or grams) of a dish at a meal, and every way they move. Values; any thread.
// left >= 0, and left + held = planned + restocked + found + oversold - sold + returned - wasted.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/model/meal.h"

namespace canteen {

struct StockKey {
    Meal meal;
    DishId dish;
    auto operator<=>(const StockKey&) const = default;
};

enum class StockMoveKind : std::uint8_t {
    planned = 1,    // by the menu; may be negative when a new version plans less
    restocked = 2,  // the kitchen cooked more
    found = 3,      // counted out, yet on the line: the cashier sees it
    oversold = 4,   // a statement sold what the count did not have
    sold = 5,
    returned = 6,  // an order was taken back
    wasted = 7,
    held = 8,  // kept for an order not paid yet; negative when the hold ends
};

struct StockMove {
    StockKey key;
    StockMoveKind kind = StockMoveKind::planned;
    std::int64_t amount = 0;  // portions, or grams for a dish sold by weight
    bool operator==(const StockMove&) const = default;
};

struct StockRow {
    std::int64_t planned = 0, restocked = 0, found = 0, oversold = 0, sold = 0, returned = 0, wasted = 0, held = 0;
    std::optional<Timestamp> sold_out_since;  // the kitchen said so; back again when empty

    std::int64_t left() const { return planned + restocked + found + oversold - sold + returned - wasted - held; }
    void move(StockMoveKind kind, std::int64_t amount);
    bool operator==(const StockRow&) const = default;
};

}  // namespace canteen

template <>
struct std::hash<canteen::StockKey> {
    std::size_t operator()(const canteen::StockKey& k) const noexcept {
        return std::hash<canteen::Meal>{}(k.meal) * 1000003U + k.dish.value;
    }
};
