// Shows the operator who looked at a person's records. Pure.
#pragma once

#include <string>

#include "canteen/app/store.h"

namespace canteen {

// Returns "2026-04-14 11:30  os_user 1000  ExportMember  80001". `device` and `member` are null if they are no longer
// known; of a person only the member number is shown.
std::string read_line(const PersonRead& read, const Device* device, const Member* member);

}  // namespace canteen
