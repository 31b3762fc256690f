#include "pos-client/counter/dish_finder.h"

#include <algorithm>

#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/base/number.h"

namespace canteen::till {

const std::vector<Spelling>& DishFinder::sounds_of(const Dish& dish) {
    const auto known = sounds_.find(dish.name);
    if (known != sounds_.end()) return known->second;
    return sounds_.emplace(dish.name, pinyin_.of_word(dish.name)).first->second;
}

const Spelling& DishFinder::sound_of(const Dish& dish) {
    static const Spelling silent;
    const auto& sounds = sounds_of(dish);
    return sounds.empty() ? silent : sounds.front();
}

bool DishFinder::sounds_exactly(const Dish& dish, const std::string& key) {
    return std::ranges::any_of(sounds_of(dish), [&](const Spelling& s) { return s.initials == key || s.full == key; });
}

bool DishFinder::sounds_like(const Dish& dish, const std::string& key) {
    return std::ranges::any_of(
        sounds_of(dish), [&](const Spelling& s) { return s.initials.starts_with(key) || s.full.starts_with(key); });
}

std::vector<DishId> DishFinder::find(const std::string& text, const Menu& menu) {
    const auto those = [&menu](const auto& fits) {
        std::vector<DishId> dishes;
        for (const auto& dish : menu.dishes)
            if (fits(dish)) dishes.push_back(dish.id);
        return dishes;
    };
    if (const auto code = whole_number<std::uint32_t>(normal_number(text)))
        return menu.find({*code}) ? std::vector<DishId>{{*code}} : std::vector<DishId>{};
    const auto key = name_key(text);
    if (key.empty()) return {};
    auto exact = those([&](const Dish& dish) { return name_key(dish.name) == key || sounds_exactly(dish, key); });
    if (!exact.empty()) return exact;
    return those([&](const Dish& dish) {
        return name_key(dish.name).find(key) != std::string::npos ||
               name_key(dish.name_en).find(key) != std::string::npos || sounds_like(dish, key);
    });
}

}  // namespace canteen::till
