// Who looked at what is recorded of a person, as the operator is shown it. Pure.
#pragma once

#include <string>

#include "canteen/app/store.h"

namespace canteen {

// "2026-04-14 11:30  os_user 1000  ExportMember  80001". `device` and `member` are null if they are not known any more;
// of a person only the member number is shown.
std::string read_line(const PersonRead& read, const Device* device, const Member* member);

}  // namespace canteen
