// What comes from files: menus, members, the calendar, schemes. Unchanged things make no event; if nothing changed at
// all it is refused nothing_to_import. Pure; writer thread.
#pragma once

#include "canteen/domain/canteen.h"

namespace canteen {

// Versions count up; the calendar says the kind of day. A new version moves the planned portions, yet never below what
// is sold or held. If a meal stands there twice, its last menu counts.
Outcome decide_import_menus(const Canteen& state, const ImportMenus& command);
// A known number keeps its id. All members must be loaded.
Outcome decide_import_members(const Canteen& state, const ImportMembers& command);
// Loaded menus of today and later whose kind of day changes get a new version.
Outcome decide_import_calendar(const Canteen& state, const ImportCalendar& command, Timestamp now);
// Replaces the scheme of the same id.
Outcome decide_import_scheme(const Canteen& state, const ImportScheme& command);

}  // namespace canteen
