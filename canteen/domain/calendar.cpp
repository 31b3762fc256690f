#include "canteen/domain/calendar.h"

namespace canteen {

DayKind Calendar::kind_of(Date date) const {
    constexpr unsigned saturday = 6;
    if (const auto mark = marks.find(date); mark != marks.end()) {
        return mark->second == CalendarMark::day_off ? DayKind::holiday : DayKind::make_up_workday;
    }
    return iso_weekday(date) >= saturday ? DayKind::weekend : DayKind::workday;
}

}  // namespace canteen
