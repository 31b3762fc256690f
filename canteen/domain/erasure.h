// Forgetting a person (PIPL art. 47) while what was booked stays: entries and claims name an id that nothing leads back
// from. As a carer he may still stand in the records of others: those are theirs, and edited as such. Pure; writer
// thread.
#pragma once

#include "canteen/domain/canteen.h"

namespace canteen {

// Refuses member_unknown, balance_left.
Outcome decide_erase_member(const Canteen& state, const EraseMember& command, Timestamp now);

}  // namespace canteen
