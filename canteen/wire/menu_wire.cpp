#include "canteen/wire/menu_wire.h"

#include <limits>

#include "canteen/wire/common_wire.h"

namespace canteen {
namespace {

constexpr std::uint32_t minutes_a_day = 24 * 60;

MinuteOfDay minute_from(std::uint32_t minute, const Path& at) {
    return {static_cast<std::int32_t>(count_from(minute, minutes_a_day, at))};
}

std::uint8_t allergen_from(std::uint32_t group, const Path& at) {
    return static_cast<std::uint8_t>(count_from(group, std::numeric_limits<std::uint8_t>::max(), at));
}

}  // namespace

void to_wire(const SetSlot& slot, v1::SetSlot& wire) {
    wire.set_name(slot.name);
    wire.set_count(slot.count);
    for (auto dish : slot.dishes) wire.add_dishes(dish.value);
}

SetSlot from_wire(const v1::SetSlot& wire, const Path& at) {
    SetSlot slot{text_from(wire.name(), max_own_text_bytes, at / "name"), wire.count(), {}};
    for (auto dish : wire.dishes()) slot.dishes.push_back(DishId{dish});
    return slot;
}

void to_wire(const Dish& dish, v1::Dish& wire) {
    wire.set_id(dish.id.value);
    wire.set_name(dish.name);
    wire.set_name_en(dish.name_en);
    wire.set_category(dish.category);
    wire.set_price_fen(dish.price.value);
    wire.set_price_grams(dish.price_grams);
    wire.set_served(enum_to<v1::Served>(dish.served));
    wire.set_minutes(dish.minutes);
    wire.set_planned(dish.planned);
    list_to_wire(dish.slots, wire.mutable_slots());
    for (auto group : dish.allergens) wire.add_allergens(group);
}

Dish from_wire(const v1::Dish& wire, const Path& at) {
    Dish dish;
    dish.id = DishId{wire.id()};
    dish.name = text_from(wire.name(), max_own_text_bytes, at / "name");
    dish.name_en = text_from(wire.name_en(), max_own_text_bytes, at / "name_en");
    dish.category = text_from(wire.category(), max_own_text_bytes, at / "category");
    dish.price = Fen{wire.price_fen()};
    dish.price_grams = wire.price_grams();
    dish.served = enum_from<Served>(wire.served(), v1::Served_MAX, at / "served");
    dish.minutes = wire.minutes();
    dish.planned = wire.planned();
    dish.slots = list_from_wire(wire.slots(), max_own_items, at / "slots");
    for (auto group : wire.allergens()) dish.allergens.push_back(allergen_from(group, at / "allergens"));
    return dish;
}

void to_wire(const Menu& menu, v1::Menu& wire) {
    wire.set_version(menu.version.value);
    to_wire(menu.meal, *wire.mutable_meal());
    wire.set_day_kind(enum_to<v1::DayKind>(menu.day_kind));
    wire.set_serving_from_minute(static_cast<std::uint32_t>(menu.serving_from.minutes));
    wire.set_serving_to_minute(static_cast<std::uint32_t>(menu.serving_to.minutes));
    list_to_wire(menu.dishes, wire.mutable_dishes());
}

Menu from_wire(const v1::Menu& wire, const Path& at) {
    Menu menu;
    menu.version = MenuVersion{wire.version()};
    menu.meal = from_wire(wire.meal(), at / "meal");
    menu.day_kind = enum_from<DayKind>(wire.day_kind(), v1::DayKind_MAX, at / "day_kind");
    menu.serving_from = minute_from(wire.serving_from_minute(), at / "serving_from_minute");
    menu.serving_to = minute_from(wire.serving_to_minute(), at / "serving_to_minute");
    menu.dishes = list_from_wire(wire.dishes(), max_own_items, at / "dishes");
    return menu;
}

void to_wire(const PortionsLeft& portions, v1::PortionsLeft& wire) {
    to_wire(portions.key.meal, *wire.mutable_meal());
    wire.set_dish(portions.key.dish.value);
    wire.set_left(portions.left);
    wire.set_sold_out(portions.sold_out);
    wire.set_sold_out_since_ms(ms_of(portions.sold_out_since));
    wire.set_planned(portions.planned);
}

PortionsLeft from_wire(const v1::PortionsLeft& wire, const Path& at) {
    PortionsLeft portions;
    portions.key = {from_wire(wire.meal(), at / "meal"), DishId{wire.dish()}};
    portions.left = wire.left();
    portions.planned = wire.planned();
    portions.sold_out = wire.sold_out();
    portions.sold_out_since = optional_instant_from(wire.sold_out_since_ms(), at / "sold_out_since_ms");
    return portions;
}

}  // namespace canteen
