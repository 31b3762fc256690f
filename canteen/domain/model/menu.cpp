#include "canteen/domain/model/menu.h"

#include <algorithm>

namespace canteen {

const Dish* Menu::find(DishId id) const {
    const auto dish = std::find_if(dishes.begin(), dishes.end(), [id](const Dish& d) { return d.id == id; });
    return dish == dishes.end() ? nullptr : &*dish;
}

}  // namespace canteen
