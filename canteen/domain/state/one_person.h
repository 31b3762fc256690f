// Merged records of one person: which of them speaks for the person, and what that means for orders sold to another of
// them. Such an order stays where it was sold; what it still moves goes to the record that was kept. Pure; writer
// thread.
#pragma once

#include "canteen/domain/model/refusal.h"
#include "canteen/domain/state/canteen.h"

namespace canteen {

// The record `id` was merged into, else its own. Null as member_in().
const Member* person_in(const Canteen& state, MemberId id);
// The id of that record; `id` itself of nobody who is known.
MemberId person_of(const Canteen& state, MemberId id);
// The record's own id and those of all that were merged into it.
std::vector<MemberId> records_of(const Member& member);

// Refuses member_unknown, and member_merged with the number to use instead.
Refusal check_is_open(const Canteen& state, MemberId id);
// True if the order's member, or whoever ordered for them, is a record that was merged into another.
bool names_merged(const Canteen& state, const OrderDraft& draft);
// True if nobody but the guest ordered, or a carer of theirs on the meal's date, under whichever of their records.
bool may_order(const Canteen& state, const OrderDraft& draft);

// The draft, naming the records that were kept.
OrderDraft as_of_person(const Canteen& state, OrderDraft draft);
// The order, naming the record that was kept and its accounts instead of those that paid. Its rights keep their keys.
Order as_of_person(const Canteen& state, const Order& order);

}  // namespace canteen
