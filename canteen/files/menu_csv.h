// Menus of one or many meals: a line a dish. Columns date, meal (breakfast, lunch, dinner), from, to (serving hours,
// equal on all lines of a meal), dish (number), name, price (yuan), and optional name_en, category, per_grams (sold by
// weight), served (line, order), minutes, planned (portions, or grams by weight), slots ("荤菜:2:101|102;素菜:1:201",
// makes it a set meal), allergens ("1;5", GB 7718 groups). Pure; any thread.
#pragma once

#include <string_view>
#include <vector>

#include "canteen/domain/menu.h"
#include "canteen/files/result.h"

namespace canteen {

inline constexpr std::size_t max_dishes_per_menu = 200;
inline constexpr Fen max_dish_price{1'000'00};

// In order of meal; without version, the kind of day not filled in. A set meal may only name dishes of its own meal.
Result<std::vector<Menu>> read_menu_csv(std::string_view text);

}  // namespace canteen
