// Tells which role may give which command, ask which query and follow which feed: the tables of kinds say it,
// everything else is denied. Pure; any thread.
#pragma once

#include "canteen/app/message.h"

namespace canteen {

// True if a device of the role may give the command. Portions are asked for by kind: a cashier finds them, the kitchen
// cooks or throws them away. Corrections are the office's.
bool may_give(Role role, const CommandBody& command);

// True if a device of the role may ask it. A till finds of members only what stands on their sheets.
bool may_ask(Role role, const QueryBody& query);

// True if a device of the role may follow the feed. Right sheets, uses and staff name persons: tills only.
bool may_follow(Role role, Feed feed);

// Why a role that may not do it is refused.
Rejection not_permitted(Role role, std::string_view what);

// "till", "kitchen", "office", "server".
std::string_view name_of(Role role);
// "kitchen", "menu", "sheets", "uses".
std::string_view name_of(Feed feed);

}  // namespace canteen
