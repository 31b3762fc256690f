#include "canteen/domain/model/calendar.h"

#include <algorithm>

namespace canteen {

DayKind Calendar::kind_of(Date date) const {
    constexpr unsigned saturday = 6;
    if (const auto mark = marks.find(date); mark != marks.end()) {
        return mark->second == CalendarMark::day_off ? DayKind::holiday : DayKind::make_up_workday;
    }
    return iso_weekday(date) >= saturday ? DayKind::weekend : DayKind::workday;
}

bool Calendar::knows_year_of(Date date) const {
    return std::ranges::any_of(marks,
                               [year = year_start(date)](const auto& mark) { return year_start(mark.first) == year; });
}

}  // namespace canteen
