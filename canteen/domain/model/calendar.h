// The days that are worked: statutory days off, and weekend days worked to make up for them. Values; any thread.
#pragma once

#include <map>

#include "canteen/domain/model/meal.h"

namespace canteen {

enum class CalendarMark : std::uint8_t { day_off = 1, make_up_workday = 2 };

struct Calendar {
    std::map<Date, CalendarMark> marks;

    // As it is listed; any other day follows its weekday.
    DayKind kind_of(Date date) const;
    // False if no day of its year is listed, so that holidays are not told from other days.
    bool knows_year_of(Date date) const;
    bool operator==(const Calendar&) const = default;
};

}  // namespace canteen
