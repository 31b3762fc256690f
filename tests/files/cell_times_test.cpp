#include "canteen/files/cell_times.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(CellTimes, ReadsADateHoweverPeopleAndSpreadsheetsWriteIt) {
    for (const auto* text : {"2026-04-05", "2026-4-5", "2026/4/5", "2026/04/05", "2026.4.5", "2026年4月5日", "20260405",
                             "2026/4/5 0:00", "2026-04-05 00:00:00"})
        EXPECT_EQ(cell_date(text), make_date(2026, 4, 5)) << text;
}

TEST(CellTimes, RefusesWhatMayBeMeantOtherwiseOrIsNoDay) {
    for (const auto* text : {"", "5/4/2026", "26/4/5", "2026/2/30", "2026-4/5", "2026/4/5 12:30", "2026/4", "46117",
                             "20260230", "2026-04-05x", "2026年4月5"})
        EXPECT_FALSE(cell_date(text)) << text;
    EXPECT_TRUE(is_serial_day("46117"));
    EXPECT_FALSE(is_serial_day("20260405"));
}

TEST(CellTimes, ReadsATimeOfDay) {
    for (const auto* text : {"07:05", "7:05", "7:05:00", "7：05"})
        EXPECT_EQ(cell_minute(text), MinuteOfDay{425}) << text;
    EXPECT_EQ(cell_minute("24:00"), MinuteOfDay{1440});
    for (const auto* text : {"", "25:00", "7", "7:5", "7:60", "7:05:30", "0.29"})
        EXPECT_FALSE(cell_minute(text)) << text;
}

}  // namespace
}  // namespace canteen
