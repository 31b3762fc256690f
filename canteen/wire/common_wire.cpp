#include "canteen/wire/common_wire.h"

#include "canteen/domain/base/text.h"

namespace canteen {

void to_wire(const Meal& meal, v1::Meal& wire) {
    wire.set_date(meal.date.days);
    wire.set_slot(enum_to<v1::MealSlot>(meal.slot));
}

Meal from_wire(const v1::Meal& wire, const Path& at) {
    return {date_from(wire.date(), at / "date"), enum_from<MealSlot>(wire.slot(), v1::MealSlot_MAX, at / "slot")};
}

void to_wire(const PickupNumber& number, v1::PickupNumber& wire) {
    wire.set_letters(number.letters);
    wire.set_count(number.count);
}

PickupNumber from_wire(const v1::PickupNumber& wire, const Path& at) {
    return {text_from(wire.letters(), max_pickup_letters, at / "letters"), wire.count()};
}

// A param may quote what was refused for not being UTF-8.
void to_wire(const Param& param, v1::Param& wire) {
    wire.set_name(param.name);
    wire.set_value(is_utf8(param.value) ? param.value : utf8_of(param.value));
}

Param from_wire(const v1::Param& wire, const Path& at) {
    return {text_from(wire.name(), max_code_bytes, at / "name"),
            text_from(wire.value(), max_own_text_bytes, at / "value")};
}

}  // namespace canteen
