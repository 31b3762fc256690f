// A meal is breakfast, lunch or dinner of a business date; how it is served and how the guest came. Values; any thread.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>

#include "canteen/domain/base/time.h"

namespace canteen {

enum class MealSlot : std::uint8_t { breakfast = 1, lunch = 2, dinner = 3 };
inline constexpr std::array meal_slots{MealSlot::breakfast, MealSlot::lunch, MealSlot::dinner};
// A weekend day worked to make up for a holiday is a kind of its own: what holds on workdays names both.
enum class DayKind : std::uint8_t { workday = 1, weekend = 2, holiday = 3, make_up_workday = 4 };
enum class ServiceMode : std::uint8_t { dine_in = 1, takeaway = 2, delivery = 3 };
enum class Origin : std::uint8_t { counter = 1, ahead = 2, delivery = 3, group = 4 };

// How the till knew the guest.
enum class Identified : std::uint8_t {
    not_said = 0,
    card = 1,
    code = 2,     // shown on a phone
    face = 3,     // by a device that keeps the face to itself
    number = 4,   // typed: member number, last digits or name
    by_sight = 5  // by sight, with a second person's signature on paper
};

struct Meal {
    Date date;
    MealSlot slot = MealSlot::lunch;
    auto operator<=>(const Meal&) const = default;
};

}  // namespace canteen

template <>
struct std::hash<canteen::Meal> {
    std::size_t operator()(const canteen::Meal& m) const noexcept {
        return static_cast<std::size_t>(m.date.days) * 4 + static_cast<std::size_t>(m.slot);
    }
};
