// The menu of one meal: immutable once published; a change is a new version. Values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/base/money.h"
#include "canteen/domain/model/meal.h"

namespace canteen {

// From the line's trays (handed over at payment, no ticket) or cooked to order (makes a ticket line).
enum class Served : std::uint8_t { from_line = 1, to_order = 2 };

// One choice of a set meal: `count` portions out of `dishes`, e.g. two of the meat dishes.
struct SetSlot {
    std::string name;
    std::uint32_t count = 1;
    std::vector<DishId> dishes;
    bool operator==(const SetSlot&) const = default;
};

struct Dish {
    DishId id;
    std::string name;
    std::string name_en;
    std::string category;
    Fen price;                      // per portion, or per `price_grams` when that is not 0
    std::uint32_t price_grams = 0;  // 0: sold by portion
    Served served = Served::from_line;
    std::uint32_t minutes = 0;  // to cook, for to_order
    std::uint32_t planned =
        0;  // portions, or grams when sold by weight; 0 for a set meal, which has no stock of its own
    std::vector<SetSlot> slots;           // not empty: a set meal, which consumes its dishes' portions
    std::vector<std::uint8_t> allergens;  // GB 7718 groups, 1 to 8

    bool is_set_meal() const { return !slots.empty(); }
    bool by_weight() const { return price_grams != 0; }
    // True for what is counted in portions.
    bool can_fill_a_place() const { return !is_set_meal() && !by_weight(); }
    bool operator==(const Dish&) const = default;
};

struct Menu {
    MenuVersion version;
    Meal meal;
    DayKind day_kind = DayKind::workday;
    MinuteOfDay serving_from;
    MinuteOfDay serving_to;  // exclusive
    std::vector<Dish> dishes;

    // Null if the menu has no such dish.
    const Dish* find(DishId id) const;
    // True for orders for later even before the doors open; false for every order after they close.
    bool takes_orders(Origin origin, Timestamp at) const;
    bool operator==(const Menu&) const = default;
};

}  // namespace canteen
