// What comes from files: menus, members, the calendar, schemes. Unchanged things make no event; if nothing changed at
// all it is refused nothing_to_import. Pure; writer thread.
#pragma once

#include "canteen/domain/canteen.h"

namespace canteen {

// Versions count up; the calendar says the kind of day. A new version moves the planned portions, yet never below what
// is sold or held. If a meal stands there twice, its last menu counts.
Outcome decide_import_menus(const Canteen& state, const ImportMenus& command);
// A known number keeps its id. Refused as a whole, with the number of the member at fault: card_in_use, card_invalid,
// and what is wrong with a record (member_checks.h).
Outcome decide_import_members(const Canteen& state, const ImportMembers& command, Timestamp now);
// Loaded menus of today and later whose kind of day changes get a new version.
Outcome decide_import_calendar(const Canteen& state, const ImportCalendar& command, Timestamp now);
// Replaces the scheme of the same id. Refuses text_invalid for a name under which points are booked.
Outcome decide_import_scheme(const Canteen& state, const ImportScheme& command);

}  // namespace canteen
