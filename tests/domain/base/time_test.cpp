#include "canteen/domain/base/time.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/domain/support/town.h"

namespace canteen {
namespace {

TEST(Time, reads_a_date_only_in_its_one_spelling) {
    EXPECT_EQ(day("1970-01-01"), Date{0});
    EXPECT_EQ(to_string(day("2026-04-14")), "2026-04-14");
    EXPECT_EQ(to_string(day("0007-04-14")), "0007-04-14");
    for (const char* wrong :
         {"2026-4-14", "2026-04-31", "2025-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026/04/14",
          "2026-04-14 ", " 026-04-14", "+026-04-14", "2026-04-1a", "0000-01-01", ""}) {
        EXPECT_FALSE(parse_date(wrong)) << wrong;
    }
}

TEST(Time, a_month_or_day_beyond_a_byte_does_not_wrap_into_a_real_date) {
    EXPECT_FALSE(make_date(2026, 257, 1));
    EXPECT_FALSE(make_date(2026, 1, 257));
    EXPECT_FALSE(make_date(10000, 1, 1));
}

TEST(Time, a_week_runs_from_monday_to_sunday_and_a_month_from_its_first) {
    EXPECT_EQ(iso_weekday(day("2026-04-13")), 1u);
    EXPECT_EQ(iso_weekday(day("2026-04-19")), 7u);
    EXPECT_EQ(week_start(day("2026-04-13")), day("2026-04-13"));
    EXPECT_EQ(week_start(day("2026-04-19")), day("2026-04-13"));
    EXPECT_EQ(week_start(day("2026-01-01")), day("2025-12-29"));
    EXPECT_EQ(month_start(day("2024-02-29")), day("2024-02-01"));
}

TEST(Time, the_site_is_eight_hours_ahead_of_utc) {
    const Timestamp just_before{instant_at_site(day("2026-04-14"), {0}).ms - 1};
    EXPECT_EQ(date_at_site(just_before), day("2026-04-13"));
    EXPECT_EQ(minute_at_site(just_before), MinuteOfDay{1439});
    EXPECT_EQ(date_at_site(Timestamp{0}), Date{0});
    EXPECT_EQ(minute_at_site(Timestamp{0}), MinuteOfDay{8 * 60});
    EXPECT_EQ(date_at_site(Timestamp{-8 * 3'600'000 - 1}), Date{-1});
    EXPECT_EQ(instant_at_site(day("2026-04-14"), {10 * 60 + 55}), Timestamp{1776135300000});
}

TEST(Time, reads_a_minute_up_to_midnight_at_the_end) {
    EXPECT_EQ(parse_minute("07:05"), MinuteOfDay{425});
    EXPECT_EQ(parse_minute("24:00"), MinuteOfDay{1440});
    EXPECT_EQ(to_string(MinuteOfDay{425}), "07:05");
    EXPECT_EQ(to_string(MinuteOfDay{1440}), "24:00");
    for (const char* wrong : {"24:01", "7:05", "07:60", "07-05", "25:00", "-7:05", "", "07:5"}) {
        EXPECT_FALSE(parse_minute(wrong)) << wrong;
    }
}

TEST(Time, a_year_is_completed_on_the_birthday) {
    EXPECT_EQ(completed_years(day("1946-04-14"), day("2026-04-13")), 79);
    EXPECT_EQ(completed_years(day("1946-04-14"), day("2026-04-14")), 80);
    EXPECT_EQ(completed_years(day("1946-04-14"), day("2026-05-01")), 80);
}

TEST(Time, born_on_29_february_is_a_year_older_on_1_march) {
    EXPECT_EQ(completed_years(day("1948-02-29"), day("2025-02-28")), 76);
    EXPECT_EQ(completed_years(day("1948-02-29"), day("2025-03-01")), 77);
    EXPECT_EQ(completed_years(day("1948-02-29"), day("2028-02-29")), 80) << "a leap year has the day itself";
}

RC_GTEST_PROP(Time, dates_and_instants_come_back_as_they_went, ()) {
    const Date date{*rc::gen::inRange(-700'000, 2'900'000)};
    const MinuteOfDay minute{*rc::gen::inRange(0, 1440)};
    RC_ASSERT(parse_date(to_string(date)) == date);
    const Timestamp t = instant_at_site(date, minute);
    RC_ASSERT(date_at_site(t) == date);
    RC_ASSERT(minute_at_site(t) == minute);
    RC_ASSERT(parse_minute(to_string(minute)) == minute);
}

}  // namespace
}  // namespace canteen
