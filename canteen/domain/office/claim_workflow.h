// A claim's way from draft to paid. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// Claims on the payer that were handed in: submitted or paid.
std::size_t claims_handed_in(const Canteen& state, const ClaimPayer& payer);
// Replaces a draft of the same payer and period, whose answers stay with what is found again. Refuses scheme_unknown,
// period_invalid (no month or quarter, or the scheme settles by another kind), nothing_to_claim, claim_state (the id is
// another claim's, or one on the payer was handed in while this was computed: it would ask for the same again).
Outcome decide_draft_claim(const Canteen& state, const DraftClaim& command);
// Drops the payer's other drafts: they ask for what is asked now. Refuses claim_unknown, claim_state, findings_open,
// draft_answered (somebody's work is in another draft: it is submitted or dropped first).
Outcome decide_submit_claim(const Canteen& state, const SubmitClaim& command);
// Refuses claim_unknown, claim_state: only a draft.
Outcome decide_drop_claim(const Canteen& state, const DropClaim& command);
// Answers a finding of a draft; it may be answered anew. Refuses claim_unknown, claim_state, text_invalid,
// amount_invalid (no such finding).
Outcome decide_answer_finding(const Canteen& state, const AnswerFinding& command);
// Rejects a meal of a submitted claim: the payer did not accept it. The claim's lines are not kept, so only payer and
// date are checked here: the person who rejects looks at the claim's file. `borne`: its share goes to the canteen's
// concession at once, as a refund of reason claim_rejected; else the next claim asks again. Refuses claim_unknown,
// claim_state, not_in_claim, text_invalid, amount_invalid (too many). No events: it is rejected already.
Outcome decide_reject_claim_line(const Canteen& state, const RejectClaimLine& command, Timestamp now);
// Books money received for a submitted claim; if the claim takes back more than it asks for, it is money to the payer,
// negative. Never more than is left of its sum; zero only to say that it was the last. A sum of the other sign takes
// back one entered wrongly, also of a paid claim, which is then submitted again; a zero that is not the last does that
// too. Refuses claim_unknown, claim_state, amount_invalid.
Outcome decide_receive_claim_payment(const Canteen& state, const ReceiveClaimPayment& command);

}  // namespace canteen
