#include "canteen/domain/office/claim_workflow.h"

#include <algorithm>

#include "canteen/domain/base/hex.h"
#include "canteen/domain/base/text.h"
#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/order/line_checks.h"
#include "canteen/domain/sales/correction.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

const Claim* claim_in(const Canteen& state, ClaimId id) {
    const auto found = state.claims.find(id);
    return found == state.claims.end() ? nullptr : &found->second;
}

Refusal check_state(const Claim* claim, ClaimState wanted) {
    if (!claim) return refuse(RejectionCode::claim_unknown);
    if (claim->state == wanted) return {};
    return refuse(RejectionCode::claim_state, {param("state", std::string(name_of(claim->state)))});
}

Refusal check_text(const char* what, const std::string& text) {
    const bool sound = !text.empty() && text.size() <= max_finding_answer_bytes && is_plain_text(text);
    if (sound) return {};
    return refuse(RejectionCode::text_invalid, {param("what", what)});
}

SettlementPeriod kind_of(const ClaimPeriod& period) {
    return month_start(period.last) == period.first ? SettlementPeriod::month : SettlementPeriod::quarter;
}

Refusal check_period(const Scheme& scheme, const ClaimPeriod& period) {
    if (parse_claim_period(to_string(period)) != period)
        return refuse(RejectionCode::period_invalid, {param("what", "month_or_quarter")});
    const auto* version = scheme.version_on(period.first);
    if (!version || !version->settlement || *version->settlement == kind_of(period)) return {};
    return refuse(RejectionCode::period_invalid,
                  {param("what", *version->settlement == SettlementPeriod::month ? "month" : "quarter")});
}

bool is_open_draft(const Claim& claim, const ClaimPayer& payer) {
    return claim.state == ClaimState::draft && claim.payer == payer;
}

// By what a payer outside may settle: not by accounts kept here.
bool may_settle(TenderKind kind) {
    return is_money(kind);
}

// From nothing to what is left of the claim, whichever sign that has.
bool is_part_of(Fen amount, Fen left) {
    return left < Fen{} ? left <= amount && amount <= Fen{} : Fen{} <= amount && amount <= left;
}

// Keeps what came before.
bool takes_back(const Claim& claim, Fen amount) {
    return amount != Fen{} && is_part_of(-amount, claim.received);
}

// One and the same for one claim's line, so that it is told once.
RefundId refund_of(ClaimId claim, OrderId order) {
    RefundId id;
    for (std::size_t i = 0; i < id.bytes.size(); ++i) id.bytes[i] = claim.bytes[i] ^ order.bytes[i];
    return id;
}

bool names(const std::vector<Share>& shares, const ClaimPayer& payer) {
    return std::ranges::any_of(
        shares, [&](const Share& share) { return share.scheme == payer.scheme && share.payer == payer.payer; });
}

// As far as the order says it: the claim's lines stand in its file.
bool may_be_in(const Claim& claim, const Order& order) {
    const bool named =
        names(order.granted, claim.payer) || (!order.refunds.empty() && names(order.draft.shown.shares, claim.payer));
    return named && order.paid && order.draft.meal.date <= claim.period.last;
}

// Keeps the answers of a draft that goes: what was looked at and answered is still true where the same is found again.
void keep_answers(const Claim& before, Claim& draft) {
    for (auto& finding : draft.findings)
        for (const auto& known : before.findings)
            if (known.code == finding.code && known.params == finding.params) finding.answer = known.answer;
}

Rejection refuse_for(const Claim& answered) {
    return {RejectionCode::draft_answered,
            {param("claim", to_hex(answered.id.bytes)), param("period", to_string(answered.period))},
            {}};
}

bool is_answered(const Claim& claim) {
    return std::ranges::any_of(claim.findings, [](const Finding& f) { return !f.answer.empty(); });
}

}  // namespace

std::size_t claims_handed_in(const Canteen& state, const ClaimPayer& payer) {
    return static_cast<std::size_t>(std::ranges::count_if(state.claims, [&](const auto& known) {
        return known.second.payer == payer && known.second.state != ClaimState::draft;
    }));
}

Outcome decide_draft_claim(const Canteen& state, const DraftClaim& command) {
    const Claim& drawn = command.claim;
    const auto* scheme = scheme_in(state, drawn.payer.scheme);
    if (!scheme) return refuse(RejectionCode::scheme_unknown, {param("scheme", drawn.payer.scheme)});
    if (auto refusal = check_period(*scheme, drawn.period)) return *refusal;
    if (drawn.lines == 0) return refuse(RejectionCode::nothing_to_claim);
    if (const auto* known = claim_in(state, drawn.id); known && !is_open_draft(*known, drawn.payer))
        return refuse(RejectionCode::claim_state, {param("state", std::string(name_of(known->state)))});
    if (claims_handed_in(state, drawn.payer) != command.handed_in)
        return refuse(RejectionCode::claim_state, {param("state", std::string(name_of(ClaimState::submitted)))});
    Claim draft = drawn;
    draft.state = ClaimState::draft;
    draft.rejected.clear();
    draft.received = {};
    for (auto& finding : draft.findings) finding.answer.clear();
    Events events;
    for (const auto& [id, claim] : state.claims) {
        if (!is_open_draft(claim, drawn.payer) || claim.period != drawn.period) continue;
        keep_answers(claim, draft);
        if (id != drawn.id) events.emplace_back(ClaimDropped{id});
    }
    events.emplace_back(ClaimDrafted{std::move(draft)});
    return events;
}

Outcome decide_submit_claim(const Canteen& state, const SubmitClaim& command) {
    const auto* claim = claim_in(state, command.claim);
    if (auto refusal = check_state(claim, ClaimState::draft)) return *refusal;
    const auto open = std::ranges::count_if(claim->findings, [](const Finding& f) { return f.answer.empty(); });
    if (open > 0) return refuse(RejectionCode::findings_open, {param("count", open)});
    Events events{ClaimSubmitted{claim->id}};
    for (const auto& [id, other] : state.claims) {
        if (!is_open_draft(other, claim->payer) || id == claim->id) continue;
        if (is_answered(other)) return refuse_for(other);
        events.emplace_back(ClaimDropped{id});
    }
    return events;
}

Outcome decide_drop_claim(const Canteen& state, const DropClaim& command) {
    if (auto refusal = check_state(claim_in(state, command.claim), ClaimState::draft)) return *refusal;
    return Events{ClaimDropped{command.claim}};
}

Outcome decide_answer_finding(const Canteen& state, const AnswerFinding& command) {
    const auto* claim = claim_in(state, command.claim);
    if (auto refusal = check_state(claim, ClaimState::draft)) return *refusal;
    if (auto refusal = check_text("answer", command.answer)) return *refusal;
    const auto found = std::ranges::find(claim->findings, command.number, &Finding::number);
    if (found == claim->findings.end()) return refuse(RejectionCode::amount_invalid);
    if (found->answer == command.answer) return Events{};
    return Events{FindingAnswered{command.claim, command.number, command.answer}};
}

Outcome decide_reject_claim_line(const Canteen& state, const RejectClaimLine& command, Timestamp now) {
    const auto* claim = claim_in(state, command.claim);
    if (auto refusal = check_state(claim, ClaimState::submitted)) return *refusal;
    if (std::ranges::find(claim->rejected, command.order, &RejectedLine::order) != claim->rejected.end())
        return Events{};
    if (auto refusal = check_text("reason", command.reason)) return *refusal;
    const auto& order = order_in(state, command.order);
    if (!order || !may_be_in(*claim, *order)) return refuse(RejectionCode::not_in_claim);
    if (claim->rejected.size() >= max_rejected_lines) return refuse(RejectionCode::amount_invalid);
    Events events{ClaimLineRejected{claim->id, {command.order, command.reason, command.borne}}};
    const bool is_taken_back = order->state == OrderState::cancelled || order->state == OrderState::expired;
    if (!command.borne || is_taken_back || !names(order->granted, claim->payer)) return events;
    const Order of_person = as_of_person(state, *order);
    auto granted = order->granted;
    std::erase_if(granted, [&](const Share& share) { return names({share}, claim->payer); });
    const Refunded refund{refund_of(claim->id, command.order), RefundReason::claim_rejected, now, {}, {}, {}};
    for (auto& event : bear_instead(state, of_person, refund, std::move(granted))) events.push_back(std::move(event));
    return events;
}

Outcome decide_receive_claim_payment(const Canteen& state, const ReceiveClaimPayment& command) {
    const auto* claim = claim_in(state, command.claim);
    const auto& tender = command.tender;
    const bool is_paid = claim && claim->state == ClaimState::paid;
    const bool reopens = is_paid && tender.amount == Fen{};
    const bool is_reversal = claim && !command.last && (reopens || takes_back(*claim, tender.amount));
    if (auto refusal = check_state(claim, is_reversal && is_paid ? ClaimState::paid : ClaimState::submitted))
        return *refusal;
    const bool says_something = tender.amount != Fen{} || command.last || reopens;
    const bool is_sum = is_reversal || is_part_of(tender.amount, claim->sum - claim->received);
    if (!says_something || !may_settle(tender.kind) || !is_sum || !is_reference(tender.reference))
        return refuse(RejectionCode::amount_invalid);
    std::vector<Posting> postings;
    post(postings, account_of(tender.kind), tender.amount);
    post(postings, {AccountKind::receivable, to_string(claim->payer)}, -tender.amount);
    Events events{ClaimPaymentReceived{claim->id, tender, command.last}};
    if (!postings.empty()) events.emplace_back(LedgerPosted{OrderId{}, std::move(postings)});
    return events;
}

}  // namespace canteen
