// Facts entered late (a death, the end of a category) never rewrite a meal. They make it doubtful: such meals are
// listed, and the office takes each payer's part back by a reversal of its own. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// Orders of one proposal; a member eats less often in two months.
inline constexpr std::size_t max_proposed_orders = 200;

// Lists correction_proposed for each share that the facts and schemes of now would not give, of paid orders that are
// not taken back. Refuses member_unknown, amount_invalid, nothing_to_correct.
Outcome decide_propose_corrections(const Canteen& state, const ProposeCorrections& command);

// Gives back to payers what they gave beyond what they would give now, borne by the canteen's concession; the rights
// that hung on it are free. The guest keeps what they were told, and the meal stays eaten. Refuses nothing_to_correct.
Outcome correct(const Canteen& state, const Order& order, const Refund& ask, Timestamp now);

// Payers bear no more than `granted` of the order, the concession the rest, told as `refund`; its `left` is filled in.
Events bear_instead(const Canteen& state, const Order& order, Refunded refund, std::vector<Share> granted);

}  // namespace canteen
