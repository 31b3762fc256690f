// Who works in the canteen, and the shifts of some days as a file for the office.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "canteen/app/sessions/application.h"
#include "canteen/reports/reports.h"

namespace canteen {

// The most days of one report.
inline constexpr int max_shift_days = 370;

StaffListed staff_listed(const Application& application);

// The shifts that are asked for, and the names that the report shows, taken before it is made.
struct WantedShifts {
    Date first, last;  // business dates
    bool as_csv = false;
    std::map<DeviceId, std::string> tills;
    std::map<StaffId, std::string> staff;
};
// Nothing: the days are turned round, or too many. I/O thread.
std::optional<WantedShifts> shifts_wanted(const Application& application, const ListShifts& asked, Date today);

// Any thread; throws StoreError.
Document shift_report(const Books& books, const WantedShifts& wanted);

}  // namespace canteen
