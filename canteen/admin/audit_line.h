// Shows the operator who acted, and who looked at a person's records. Pure.
#pragma once

#include <map>
#include <string>

#include "canteen/app/store.h"
#include "canteen/storage/schema/journal.h"

namespace canteen {

// Returns "os_user 1000", "till 窗口一: 甄收银, with 贾主管" if staff acted and others countersigned, else the device
// alone. `device` is null if it is no longer known; who is not among `staff` is shown by their id.
std::string who_acted(const Actor& actor, const Device* device, const std::map<StaffId, StaffMember>& staff);

// Returns "2026-04-14 11:30  `who`  ExportMember  80001". `member` is null if they are no longer known; only their
// number is shown.
std::string read_line(const PersonRead& read, const std::string& who, const Member* member);

// Returns "2026-04-14 11:30  `who`  TopUp  row 120".
std::string act_line(const Act& act, const std::string& who);

}  // namespace canteen
