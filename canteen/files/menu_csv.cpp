#include "canteen/files/menu_csv.h"

#include <map>

#include "canteen/files/cells.h"

namespace canteen {
namespace {

constexpr std::uint32_t max_dish_number = 99'999;
constexpr std::uint32_t max_planned = 2'000'000;  // grams of the largest tray line, or portions
constexpr std::size_t max_slots = 8;

std::uint32_t to_number(const CsvCell& cell, const std::string& column, const std::string& text, std::uint32_t max) {
    CsvTable table{{{"", 0}}, {}};
    CsvRow row{CsvCell{text, cell.line, cell.column}};
    try {
        return RowReader(table, row).number("", 1, max);
    } catch (BadCell& bad) {
        bad.error.path = column;
        throw;
    }
}

std::vector<SetSlot> read_slots(const RowReader& reader) {
    const auto& cell = reader.cell("slots");
    std::vector<SetSlot> slots;
    if (cell.text.empty()) return slots;
    for (const auto& part : split(cell.text, ';')) {
        auto fields = split(part, ':');
        if (fields.size() != 3 || fields[0].empty()) refuse(cell, "slots", "must be a list like name:count:dish|dish");
        SetSlot slot{fields[0], to_number(cell, "slots", fields[1], 20), {}};
        for (const auto& dish : split(fields[2], '|'))
            slot.dishes.push_back({to_number(cell, "slots", dish, max_dish_number)});
        slots.push_back(std::move(slot));
    }
    if (slots.size() > max_slots) refuse(cell, "slots", "more than " + std::to_string(max_slots) + " slots");
    return slots;
}

std::vector<std::uint8_t> read_allergens(const RowReader& reader) {
    const auto& cell = reader.cell("allergens");
    std::vector<std::uint8_t> groups;
    if (cell.text.empty()) return groups;
    for (const auto& part : split(cell.text, ';'))
        groups.push_back(static_cast<std::uint8_t>(to_number(cell, "allergens", part, 8)));
    return groups;
}

Dish read_dish(const RowReader& reader) {
    Dish dish;
    dish.id = {reader.number("dish", 1, max_dish_number)};
    dish.name = reader.text("name", 60);
    dish.name_en = reader.text_or_empty("name_en", 60);
    dish.category = reader.text_or_empty("category", 30);
    dish.price = reader.yuan("price", max_dish_price);
    dish.price_grams = reader.number("per_grams", 1, 10'000, 0);
    if (!reader.cell("served").text.empty())
        dish.served = reader.word("served", {"line", "order"}) == 0 ? Served::from_line : Served::to_order;
    dish.minutes = reader.number("minutes", 0, 240, 0);
    dish.planned = reader.number("planned", 0, max_planned, 0);
    dish.slots = read_slots(reader);
    dish.allergens = read_allergens(reader);
    if (dish.is_set_meal() && (dish.by_weight() || dish.planned != 0))
        refuse(reader.cell("slots"), "slots", "a set meal has no weight and no portions of its own");
    return dish;
}

Meal read_meal(const RowReader& reader) {
    auto slot = static_cast<MealSlot>(reader.word("meal", {"breakfast", "lunch", "dinner"}) + 1);
    return {reader.date("date"), slot};
}

void add_line(const RowReader& reader, std::map<Meal, Menu>& menus) {
    auto meal = read_meal(reader);
    auto from = reader.minute("from"), to = reader.minute("to");
    if (to <= from) refuse(reader.cell("to"), "to", "must be later than from");
    auto [it, is_new] = menus.try_emplace(meal);
    auto& menu = it->second;
    if (is_new) {
        menu.meal = meal;
        menu.serving_from = from;
        menu.serving_to = to;
    } else if (menu.serving_from != from || menu.serving_to != to) {
        refuse(reader.cell("from"), "from", "differs from an earlier line of the same meal");
    }
    auto dish = read_dish(reader);
    if (menu.find(dish.id)) refuse(reader.cell("dish"), "dish", "stands twice in one meal");
    if (menu.dishes.size() == max_dishes_per_menu)
        refuse(reader.cell("dish"), "dish", "more dishes than one meal may have");
    menu.dishes.push_back(std::move(dish));
}

// Choices must be portions of the same meal.
std::optional<FileError> check_sets(const Menu& menu) {
    for (const auto& dish : menu.dishes)
        for (const auto& slot : dish.slots)
            for (auto choice : slot.dishes) {
                const auto* chosen = menu.find(choice);
                if (!chosen || chosen->is_set_meal() || chosen->by_weight())
                    return FileError{0, 0, "slots",
                                     to_string(menu.meal.date) + " " + dish.name + ": dish " +
                                         std::to_string(choice.value) + " is no portion of this meal"};
            }
    return std::nullopt;
}

}  // namespace

Result<std::vector<Menu>> read_menu_csv(std::string_view text) {
    auto table = read_csv(text, {"date", "meal", "from", "to", "dish", "name", "price"},
                          {"name_en", "category", "per_grams", "served", "minutes", "planned", "slots", "allergens"});
    if (!table) return table.error();
    std::map<Meal, Menu> menus;
    try {
        for (const auto& row : table->rows) add_line(RowReader(*table, row), menus);
    } catch (const BadCell& bad) {
        return bad.error;
    }
    std::vector<Menu> result;
    for (auto& [meal, menu] : menus) {
        if (auto error = check_sets(menu)) return *error;
        result.push_back(std::move(menu));
    }
    return result;
}

}  // namespace canteen
