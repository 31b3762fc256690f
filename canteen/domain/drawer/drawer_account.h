// Finds the account of a till's drawer. Pure; any thread.
#pragma once

#include "canteen/domain/model/command.h"

namespace canteen {

Account drawer_of(DeviceId till);
// The drawer of the till that acts; the office's own cash of anybody else.
Account drawer_of(const Actor& actor);

// Books all cash of the transaction in that drawer, whoever's it was said to be.
void keep_in(const Account& drawer, std::vector<Posting>& transaction);

}  // namespace canteen
