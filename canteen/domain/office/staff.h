// Who works in the canteen: their records, and what they may do at a till. Pure; writer thread.
#pragma once

#include "canteen/domain/model/refusal.h"
#include "canteen/domain/state/canteen.h"

namespace canteen {

// New or changed. Refuses staff_invalid: name, roles, valid, or more than max_staff.
Outcome decide_put_staff(const Canteen& state, const PutStaff& command);
// These refuse staff_unknown. No events: they were ended already.
Outcome decide_end_staff(const Canteen& state, const EndStaff& command, Timestamp now);
Outcome decide_unlock_staff(const Canteen& state, const UnlockStaff& command, Timestamp now);
Outcome decide_note_staff_pin(const Canteen& state, const NoteStaffPin& command, Timestamp now);

// Refuses person_not_permitted if the command is for some of the staff alone, the till's house has staff, and none of
// those who stand behind the command is one of them on this day.
Refusal check_person(const Canteen& state, const Actor& actor, const CommandBody& body, Timestamp now);

}  // namespace canteen
