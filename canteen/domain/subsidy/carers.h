// Tells who may order for a member besides the member. Pure; any thread.
#pragma once

#include <vector>

#include "canteen/domain/model/member.h"

namespace canteen {

// The members who care for `member` on that date, in the order of their ids, each once; nobody if the member died
// before it.
std::vector<MemberId> carers_on(const Member& member, Date date);

// True if `by` is nil (the guest themselves), the member, or a carer of theirs on that date. `member` null: a guest
// without number, for whom nobody else orders.
bool may_order(const Member* member, MemberId by, Date date);

}  // namespace canteen
