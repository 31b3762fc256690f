// Forgets a person (PIPL art. 47) while what was booked stays: entries and claims name an id that nothing leads back
// from. As a carer they may still stand in the records of others: those are the others', and edited as such. Pure;
// writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// Also erases the records that were merged into the person's. Refuses member_unknown, member_merged, balance_left.
Outcome decide_erase_member(const Canteen& state, const EraseMember& command, Timestamp now);

}  // namespace canteen
