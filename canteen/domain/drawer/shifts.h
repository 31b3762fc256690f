// Opens and closes a till's shift: facts, never refused for a business reason. Pure; writer thread.
//
// A count is believed: the drawer's account holds afterwards what was counted. What an opening finds more or less than
// was left goes from or to the safe; what a closing does is the shift's difference.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// Refuses amount_invalid for a count that is none. No events: it was opened already. Lists shift_overlaps if the till's
// last one is still open: that one ends without a count.
Outcome decide_open_shift(const Canteen& state, const Actor& actor, const OpenShift& fact);

// Refuses amount_invalid. Of one that was closed already it opens only the next, if that is new: the till came back
// with an older file and handed its drawer over again. No events: nothing is new. Lists shift_unknown of one that
// nobody opened, and drawer_differs if the till expected another sum than the books.
Outcome decide_close_shift(const Canteen& state, const Actor& actor, const CloseShift& fact);

}  // namespace canteen
