#include "pos-client/till/lines.h"

#include <algorithm>
#include <string>
#include <utility>

namespace canteen::till {
namespace {

using Line = std::variant<OrderLine, Rejection>;

Rejection invalid(std::size_t line, std::string what) {
    return {RejectionCode::line_invalid, {{"line", std::to_string(line)}, {"what", std::move(what)}}, {}};
}

// Returns "" if the amount fits the way the dish is sold.
std::string wrong_amount(const BasketLine& line, const Dish& dish) {
    if (dish.by_weight()) {
        if (line.grams == 0 || line.grams > max_line_grams) return "grams";
        return line.quantity == 1 ? "" : "quantity";
    }
    if (line.grams != 0) return "grams";
    return line.quantity == 0 || line.quantity > max_line_quantity ? "quantity" : "";
}

// Returns the slot's dishes in the menu's order, those known to be gone last.
std::vector<DishId> by_what_is_left(const SetSlot& slot, Meal meal, const Replica& replica) {
    auto dishes = slot.dishes;
    std::stable_partition(dishes.begin(), dishes.end(), [&](DishId d) { return replica.is_left({meal, d}); });
    return dishes;
}

std::vector<ChosenDish> default_choice(const Dish& dish, Meal meal, const Replica& replica) {
    std::vector<ChosenDish> chosen;
    for (std::uint32_t slot = 0; slot < dish.slots.size(); ++slot) {
        const auto dishes = by_what_is_left(dish.slots[slot], meal, replica);
        for (std::uint32_t i = 0; i < dish.slots[slot].count && !dishes.empty(); ++i) {
            chosen.push_back({slot, dishes[i % dishes.size()]});
        }
    }
    return chosen;
}

// Puts each named dish into the first slot that offers it and is not full; returns nothing if one fits nowhere.
std::optional<std::vector<ChosenDish>> named_choice(const std::vector<DishId>& named, const Dish& dish) {
    std::vector<std::uint32_t> filled(dish.slots.size(), 0);
    std::vector<ChosenDish> chosen;
    for (auto id : named) {
        std::uint32_t slot = 0;
        for (; slot < dish.slots.size(); ++slot) {
            const auto& offered = dish.slots[slot].dishes;
            if (filled[slot] < dish.slots[slot].count && std::find(offered.begin(), offered.end(), id) != offered.end())
                break;
        }
        if (slot == dish.slots.size()) return std::nullopt;
        ++filled[slot];
        chosen.push_back({slot, id});
    }
    return chosen;
}

Line order_line(const BasketLine& line, std::size_t number, const Menu& menu, const Replica& replica) {
    const auto* dish = menu.find(line.dish);
    if (!dish) return Rejection{RejectionCode::dish_unknown, {{"dish", std::to_string(line.dish.value)}}, {}};
    if (auto what = wrong_amount(line, *dish); !what.empty()) return invalid(number, std::move(what));
    if (line.note.size() > max_note_bytes) return invalid(number, "note");
    auto chosen = line.chosen.empty() ? default_choice(*dish, menu.meal, replica) : named_choice(line.chosen, *dish);
    if (!chosen) return invalid(number, "chosen");
    const auto amount = dish->by_weight() ? price_by_weight(dish->price, dish->price_grams, line.grams)
                                          : dish->price * std::int64_t{line.quantity};
    return OrderLine{{static_cast<std::uint32_t>(number)},
                     line.dish,
                     line.quantity,
                     line.grams,
                     dish->price,
                     dish->price_grams,
                     amount,
                     line.note,
                     line.flags,
                     std::move(*chosen)};
}

}  // namespace

std::variant<std::vector<OrderLine>, Rejection> order_lines(const std::vector<BasketLine>& basket, const Menu& menu,
                                                            const Replica& replica) {
    if (basket.empty() || basket.size() > max_order_lines) return invalid(basket.size(), "count");
    std::vector<OrderLine> lines;
    for (const auto& item : basket) {
        auto line = order_line(item, lines.size() + 1, menu, replica);
        if (auto* why = std::get_if<Rejection>(&line)) return std::move(*why);
        lines.push_back(std::get<OrderLine>(std::move(line)));
    }
    return lines;
}

}  // namespace canteen::till
