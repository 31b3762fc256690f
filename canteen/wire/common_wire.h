// Types that many messages share. from_wire throws Unreadable, here as in every *_wire.h of this folder.
#pragma once

#include "canteen/domain/model/meal.h"
#include "canteen/domain/model/member.h"
#include "canteen/domain/model/rejection.h"
#include "canteen/domain/model/ticket.h"
#include "canteen/v1/common.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

inline constexpr std::size_t max_pickup_letters = 2;

static_assert(v1::MealSlot_MAX == static_cast<int>(MealSlot::dinner));
static_assert(v1::DayKind_MAX == static_cast<int>(DayKind::make_up_workday));
static_assert(v1::ServiceMode_MAX == static_cast<int>(ServiceMode::delivery));
static_assert(v1::Origin_MAX == static_cast<int>(Origin::group));
static_assert(v1::Role_MAX == static_cast<int>(Role::server));

void to_wire(const Meal& meal, v1::Meal& wire);
Meal from_wire(const v1::Meal& wire, const Path& at);

void to_wire(const PickupNumber& number, v1::PickupNumber& wire);
PickupNumber from_wire(const v1::PickupNumber& wire, const Path& at);

void to_wire(const Param& param, v1::Param& wire);
Param from_wire(const v1::Param& wire, const Path& at);

// Writes from_date and to_date, the days something holds, into any message that has them.
template <class Wire>
void range_to_wire(const DateRange& valid, Wire& wire) {
    if (valid.from) wire.set_from_date(valid.from->days);
    if (valid.to) wire.set_to_date(valid.to->days);
}

// `at` is the place of the message itself.
template <class Wire>
DateRange range_from(const Wire& wire, const Path& at) {
    DateRange valid;
    if (wire.has_from_date()) valid.from = date_from(wire.from_date(), at / "from_date");
    // A record that was ended before the first day says so with the day before it.
    if (wire.has_to_date())
        valid.to =
            wire.to_date() == first_date_days - 1 ? Date{wire.to_date()} : date_from(wire.to_date(), at / "to_date");
    return valid;
}

}  // namespace canteen
