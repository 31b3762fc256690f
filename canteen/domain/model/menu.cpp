#include "canteen/domain/model/menu.h"

#include <algorithm>

namespace canteen {

const Dish* Menu::find(DishId id) const {
    const auto dish = std::find_if(dishes.begin(), dishes.end(), [id](const Dish& d) { return d.id == id; });
    return dish == dishes.end() ? nullptr : &*dish;
}

bool Menu::takes_orders(Origin origin, Timestamp at) const {
    const bool too_early = origin == Origin::counter && at < instant_at_site(meal.date, serving_from);
    return !too_early && at < instant_at_site(meal.date, serving_to);
}

}  // namespace canteen
