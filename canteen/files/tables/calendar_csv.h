// Days off and make-up workdays: columns date, kind (off, work), name (optional). Pure; any thread.
#pragma once

#include <string_view>

#include "canteen/domain/model/calendar.h"
#include "canteen/files/result.h"

namespace canteen {

// A date that stands twice is refused.
Result<Calendar> read_calendar_csv(std::string_view text);

}  // namespace canteen
