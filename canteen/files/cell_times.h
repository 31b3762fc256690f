// Dates and times of day as people and spreadsheets write them. Pure; any thread.
#pragma once

#include <optional>
#include <string_view>

#include "canteen/domain/base/time.h"

namespace canteen {

// 2026-04-05, 2026/4/5, 2026.4.5, 2026年4月5日 and 20260405, also with a midnight behind it; nothing for what may be
// meant otherwise (5/4/2026, 26/4/5) or is no day.
std::optional<Date> cell_date(std::string_view text);
// The number that a spreadsheet keeps of a day of this age: which day is meant depends on the program.
bool is_serial_day(std::string_view text);
// 07:05, 7:05, 7:05:00 and 7：05.
std::optional<MinuteOfDay> cell_minute(std::string_view text);

}  // namespace canteen
