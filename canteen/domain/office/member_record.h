// A member's record edited by the office, and the member's applications for schemes. Pure; writer thread.
#pragma once

#include "canteen/domain/model/refusal.h"
#include "canteen/domain/state/canteen.h"

namespace canteen {

inline constexpr std::size_t max_applications = 10;
inline constexpr std::size_t max_review_note_bytes = 120;

// Cards, applications and approvals stay as they are. Refuses member_unknown (no id, or one that was erased),
// record_changed, number_in_use, id_number_invalid, id_number_in_use, employer_unknown, period_invalid, text_invalid.
// No events: nothing differs.
Outcome decide_put_member(const Canteen& state, const PutMember& command);

// One person is one record. Two records that share a number since earlier times go on working: a number that a record
// has already is not looked at. Refuses id_number_in_use, without a word of who has it.
Refusal check_id_number_is_free(const Canteen& state, const Member& next, const Member* known);

// submitted -> first_review -> second_review -> approved, each but the first skippable; rejected or withdrawn ends it
// at any step, and a new one may follow. An approval is kept for the dates given, from the day it was made at the
// earliest; from then on it stands instead of the scheme's earlier ones, and rejected or withdrawn later it ends the
// day before. Of many applications the oldest that mean nothing any more are left out. Refuses member_unknown,
// scheme_unknown, application_order, period_invalid, text_invalid (a rejection without a reason, too).
Outcome decide_review_application(const Canteen& state, const ReviewApplication& command);

// The record as it is from now on: every change is one event and counts the revision up by one.
MemberRecorded recorded(Member member);

}  // namespace canteen
