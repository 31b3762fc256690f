// Money a member keeps with the canteen: principal, which is the member's, and bonus, which was given to them. Pure;
// writer thread. Limits: the rules for single-purpose prepaid cards of 2011/2012 and the courts' of 2025.
#pragma once

#include "canteen/domain/model/refusal.h"
#include "canteen/domain/state/canteen.h"

namespace canteen {

// The most on a named card, principal and bonus together.
inline constexpr Fen max_stored_value{5'000'00};
// A member with more than this left gets it back to an account of the same name, not in cash.
inline constexpr Fen max_cash_pay_out{100'00};

// Principal against what came in, bonus against the canteen's discount. Refuses member_unknown, amount_invalid,
// account_full. What a till states is refused only if it is no sum: no events if it was stated before; the money of an
// unknown member lies open, and an account that holds too much is listed.
Outcome decide_top_up(const Canteen& state, const TopUp& command);

// Principal only, at any time and at no charge, so that the right to withdraw within seven days needs no rule of its
// own. Of the bonus the part lapses that the principal falls by, rounded up: what was given for money paid in goes when
// the money goes. Also to a member who was erased since. Refuses member_unknown, amount_invalid, account_short,
// not_in_cash, ask_expired. No events: it was paid out already.
Outcome decide_pay_out(const Canteen& state, const PayOut& command, Timestamp now);

// Refuses account_full: `more` would lift the wallet over what one person may keep.
Refusal check_room(const Wallet& wallet, Fen more);

// All of it, and the points, from a lost card's record to another of the same person. Refuses member_unknown,
// amount_invalid, account_short, account_full.
Outcome decide_transfer_balance(const Canteen& state, const TransferBalance& command);

// Balances brought along from an earlier system, against the opening account: once, into empty accounts. Refuses
// member_unknown, amount_invalid, account_full, account_in_use.
Outcome decide_import_balances(const Canteen& state, const ImportBalances& command);

// Each kind exactly once, else amount_invalid; allowance and points may be left out and keep their usual place. No
// events: it is so already.
Outcome decide_set_deduct_order(const Canteen& state, const SetDeductOrder& command);

}  // namespace canteen
