#include "canteen/files/tables/calendar_csv.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

Date day(int y, unsigned m, unsigned d) {
    return *make_date(y, m, d);
}

TEST(CalendarCsv, MakesHolidaysAndMakeUpWorkdays) {
    auto calendar = read_calendar_csv("date,kind,name\n2026-05-01,off,劳动节\n2026-05-09,work,劳动节\n");
    ASSERT_TRUE(calendar.ok());
    EXPECT_EQ(calendar->kind_of(day(2026, 5, 1)), DayKind::holiday);
    EXPECT_EQ(calendar->kind_of(day(2026, 5, 9)), DayKind::make_up_workday);
    EXPECT_EQ(calendar->kind_of(day(2026, 5, 10)), DayKind::weekend);
}

TEST(CalendarCsv, RefusesADateTwiceWithItsPlace) {
    auto calendar = read_calendar_csv("date,kind\n2026-05-01,off\n2026-05-01,work\n");
    ASSERT_FALSE(calendar.ok());
    EXPECT_EQ(to_string(calendar.error()), "line 3, column 1, date: stands twice");
}

TEST(CalendarCsv, RefusesADayThatDoesNotExist) {
    auto calendar = read_calendar_csv("date,kind\n2026-02-29,off\n");
    ASSERT_FALSE(calendar.ok());
    EXPECT_EQ(calendar.error().line, 2U);
}

TEST(CalendarCsv, RefusesAnUnknownKind) {
    auto calendar = read_calendar_csv("date,kind\n2026-05-01,holiday\n");
    ASSERT_FALSE(calendar.ok());
    EXPECT_EQ(calendar.error().message, "must be one of off, work");
}

}  // namespace
}  // namespace canteen
