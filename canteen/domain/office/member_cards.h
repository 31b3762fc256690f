// The cards a member is known by. A number is one person's for ever, so that a lost card never names somebody else.
// Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

inline constexpr std::size_t max_cards_of_member =
    10;  // lost and replaced ones included; as many again for each merged record
inline constexpr std::size_t max_card_bytes = 32;

// Refuses member_unknown, card_invalid (not digits and letters, too long, an ID number, too many), card_in_use,
// card_unknown (to be replaced).
Outcome decide_issue_card(const Canteen& state, const IssueCard& command, Timestamp now);
// Refuses member_unknown, card_unknown. No events: it opens nothing already.
Outcome decide_report_card_lost(const Canteen& state, const ReportCardLost& command, Timestamp now);

// True for digits and letters that are no ID number.
bool is_card_number(const std::string& text);
// A further card into the record; refuses card_invalid and card_in_use.
std::optional<Rejection> issue_card(const Canteen& state, Member& member, const std::string& number, Date today);

}  // namespace canteen
