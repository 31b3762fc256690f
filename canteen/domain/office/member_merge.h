// Two records of one person, made by an import or a second enrolment, become one. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// The kept record gets all cards, the accounts and points, and what it lacks: carers, applications, approvals and
// categories by name; ID number, phone, areas, stays and employers if it has none; allergens and diet are those of
// both. Rights that either record used up count for it. The merged one keeps its number and its past orders, and gets
// nothing more. Refuses member_unknown (also of an erased one), same_member, member_merged, record_changed, holds_open
// (the merged one's), account_full, and what check_record() says of the record that comes out.
Outcome decide_merge_members(const Canteen& state, const MergeMembers& command, Timestamp now);

}  // namespace canteen
