#include "canteen/files/tables/menu_csv.h"

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

// The lines of a file on their way to menus: a cell that is wrong does not hide what is wrong with the others.
class MenuReader {
public:
    explicit MenuReader(FileNotes& mistakes) : mistakes_(mistakes) {}

    void take(const RowReader& reader) {
        note([&] {
            const auto meal = read_meal(reader);
            const auto from = reader.minute("from"), to = reader.minute("to");
            if (to <= from) refuse(reader.cell("to"), "to", "must be later than from");
            add(reader, meal, from, to);
        });
    }

    MenuFile file() {
        check_sets();
        MenuFile file;
        for (auto& [meal, read] : menus_) {
            file.import.menus.push_back(std::move(read.menu));
            file.dates.push_back({read.date.line, read.date.column, "date", ""});
        }
        file.import.unplanned = std::move(unplanned_);
        return file;
    }

private:
    struct Read {
        Menu menu;
        CsvCell date;
        std::vector<CsvCell> slots;  // of each dish
    };

    template <class Reading>
    auto note(Reading reading) -> decltype(reading()) {
        return read_or_note(mistakes_, reading);
    }

    static Meal read_meal(const RowReader& reader) {
        const auto slot = reader.named<MealSlot>("meal");
        return {reader.date("date"), slot};
    }

    void add(const RowReader& reader, Meal meal, MinuteOfDay from, MinuteOfDay to) {
        const auto [it, is_new] = menus_.try_emplace(meal);
        auto& [menu, date, slots] = it->second;
        if (is_new) {
            menu.meal = meal;
            menu.serving_from = from;
            menu.serving_to = to;
            date = reader.cell("date");
        } else if (menu.serving_from != from || menu.serving_to != to) {
            mistakes_.add({reader.cell("from").line, reader.cell("from").column, "from",
                           "differs from an earlier line of the same meal"});
        }
        auto dish = read_dish(reader);
        if (menu.find(dish.id)) refuse(reader.cell("dish"), "dish", "stands twice in one meal");
        if (menu.dishes.size() == max_dishes_per_menu)
            refuse(reader.cell("dish"), "dish", "more dishes than one meal may have");
        if (reader.cell("planned").text.empty() && !dish.is_set_meal()) unplanned_.insert({meal, dish.id});
        menu.dishes.push_back(std::move(dish));
        slots.push_back(reader.cell("slots"));
    }

    Dish read_dish(const RowReader& reader) {
        Dish dish;
        dish.id = {reader.number("dish", 1, max_dish_number)};
        dish.name = note([&] { return reader.text("name", 60); });
        dish.name_en = note([&] { return reader.text_or_empty("name_en", 60); });
        dish.category = note([&] { return reader.text_or_empty("category", 30); });
        dish.price = note([&] { return reader.yuan("price", max_dish_price); });
        dish.price_grams = note([&] { return reader.number("per_grams", 1, 10'000, 0); });
        if (!reader.cell("served").text.empty())
            dish.served = note([&] { return reader.word("served", {"line", "order"}); }) == 0 ? Served::from_line
                                                                                              : Served::to_order;
        dish.minutes = note([&] { return reader.number("minutes", 0, 240, 0); });
        dish.planned = note([&] { return reader.number("planned", 0, max_planned, 0); });
        dish.slots = note([&] { return read_slots(reader); });
        dish.allergens = note([&] { return read_allergens(reader); });
        if (dish.is_set_meal() && (dish.by_weight() || dish.planned != 0))
            refuse(reader.cell("slots"), "slots", "a set meal has no weight and no portions of its own");
        return dish;
    }

    // Choices must be portions of the same meal.
    void check_sets() {
        for (const auto& [meal, read] : menus_)
            for (std::size_t i = 0; i < read.menu.dishes.size(); ++i) check_set(read, i);
    }
    void check_set(const Read& read, std::size_t at) {
        for (const auto& slot : read.menu.dishes[at].slots)
            for (const auto choice : slot.dishes) {
                const auto* chosen = read.menu.find(choice);
                if (!chosen || chosen->is_set_meal() || chosen->by_weight())
                    mistakes_.add({read.slots[at].line, read.slots[at].column, "slots",
                                   "dish " + std::to_string(choice.value) + " is no portion of this meal"});
            }
    }

    FileNotes& mistakes_;
    std::map<Meal, Read> menus_;
    std::set<StockKey> unplanned_;
};

}  // namespace

Result<MenuFile> read_menu_csv(std::string_view text) {
    FileNotes mistakes;
    const auto table =
        read_csv(text, {"date", "meal", "from", "to", "dish", "name", "price"},
                 {"name_en", "category", "per_grams", "served", "minutes", "planned", "slots", "allergens"}, &mistakes);
    if (!table) return {table.mistakes(), {}};
    MenuReader reader(mistakes);
    for (const auto& row : table->rows) reader.take(RowReader(*table, row));
    auto file = reader.file();
    if (!mistakes.empty()) return {std::move(mistakes), {}};
    return file;
}

}  // namespace canteen
