// Takes the kitchen's marks on its tickets. Setting a mark that is set already yields no events. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

Outcome decide_mark_line(const Canteen& state, const MarkLine& command);
Outcome decide_mark_ticket(const Canteen& state, const MarkTicket& command, Timestamp now);
// Only what is paid; refused not_ready for a hold.
Outcome decide_hand_over(const Canteen& state, const HandOver& command, Timestamp now);
// Also of a hold that expired with its ticket on the screen; refused not_ready while the ticket is alive.
Outcome decide_acknowledge_cancelled(const Canteen& state, const AcknowledgeCancelled& command);

}  // namespace canteen
