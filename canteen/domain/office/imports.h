// Imports from files: menus, members, the calendar, schemes. Unchanged things make no event; an import that changes
// nothing at all is refused nothing_to_import. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// Versions count up; the calendar says the kind of day. A new version moves the planned portions, yet never below what
// is sold or held; portions that the file leaves unsaid stay. If a meal stands there twice, its last menu counts.
Outcome decide_import_menus(const Canteen& state, const ImportMenus& command);
// So many members of a refused file are told by number.
inline constexpr std::size_t max_told_refusals = 50;
// A known number keeps its id. Refused as a whole: with one member at fault with their number and card_in_use,
// card_invalid, id_number_in_use, or what is wrong with a record (member_checks.h); with several members_refused.
Outcome decide_import_members(const Canteen& state, const ImportMembers& command, Timestamp now);
// The years it names are as it names them, all others as before. Loaded menus of today and later whose kind of day
// changes get a new version.
Outcome decide_import_calendar(const Canteen& state, const ImportCalendar& command, Timestamp now);
// Replaces the scheme of the same id. Refuses text_invalid for a name under which points are booked.
Outcome decide_import_scheme(const Canteen& state, const ImportScheme& command);

}  // namespace canteen
