#include "canteen/domain/model/calendar.h"

#include <gtest/gtest.h>

#include "tests/domain/support/town.h"

namespace canteen {
namespace {

TEST(Calendar, an_unlisted_day_follows_its_weekday) {
    const Calendar calendar;
    EXPECT_EQ(calendar.kind_of(day("2026-04-17")), DayKind::workday);
    EXPECT_EQ(calendar.kind_of(day("2026-04-18")), DayKind::weekend);
    EXPECT_EQ(calendar.kind_of(day("2026-04-19")), DayKind::weekend);
    EXPECT_EQ(calendar.kind_of(day("2026-04-20")), DayKind::workday);
}

TEST(Calendar, a_day_off_is_a_holiday_and_a_make_up_sunday_is_worked) {
    const Calendar calendar{{{day("2026-02-17"), CalendarMark::day_off},
                             {day("2026-02-21"), CalendarMark::day_off},
                             {day("2026-02-28"), CalendarMark::make_up_workday}}};
    EXPECT_EQ(calendar.kind_of(day("2026-02-17")), DayKind::holiday);
    EXPECT_EQ(calendar.kind_of(day("2026-02-21")), DayKind::holiday) << "a Saturday inside the festival";
    EXPECT_EQ(calendar.kind_of(day("2026-02-28")), DayKind::make_up_workday) << "a worked Saturday";
}

}  // namespace
}  // namespace canteen
