// Menus of one or many meals: a line a dish. Columns date, meal (breakfast, lunch, dinner), from, to (serving hours,
// equal on all lines of a meal), dish (number), name, price (yuan), and optional name_en, category, per_grams (sold by
// weight), served (line, order), minutes, planned (portions, or grams by weight), slots ("荤菜:2:101|102;素菜:1:201",
// makes it a set meal), allergens ("1;5", GB 7718 groups). Pure; any thread.
#pragma once

#include <string_view>
#include <vector>

#include "canteen/domain/model/command.h"
#include "canteen/files/result.h"

namespace canteen {

inline constexpr std::size_t max_dishes_per_menu = 200;
inline constexpr Fen max_dish_price{1'000'00};

struct MenuFile {
    ImportMenus import;            // in order of meal; without version, the kind of day not filled in
    std::vector<FileError> dates;  // where each menu's date stands first; without message
};

// All that is wrong with the file, or the menus. A set meal may only name dishes of its own meal. An empty cell in
// `planned` says nothing of the portions, as if there were no such column; 0 says that there are none.
Result<MenuFile> read_menu_csv(std::string_view text);

}  // namespace canteen
