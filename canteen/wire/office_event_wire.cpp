#include "canteen/wire/office_event_wire.h"

#include "canteen/wire/office_records_wire.h"

namespace canteen {

void to_wire(const MemberErased& erased, v1::Event& wire) {
    wire.mutable_member_erased()->set_member_id(bytes_of(erased.member.bytes));
    wire.mutable_member_erased()->set_at_ms(erased.at.ms);
}

void to_wire(const MembersMerged& merged, v1::Event& wire) {
    auto& body = *wire.mutable_members_merged();
    body.set_kept_member_id(bytes_of(merged.kept.bytes));
    body.set_merged_member_id(bytes_of(merged.merged.bytes));
    body.set_at_ms(merged.at.ms);
}

void to_wire(const EmployerSet& set, v1::Event& wire) {
    to_wire(set.employer, *wire.mutable_employer_set());
}

void to_wire(const PointsRuleSet& set, v1::Event& wire) {
    to_wire(set.rule, *wire.mutable_points_rule_set());
}

void to_wire(const HoursRecorded& recorded, v1::Event& wire) {
    to_wire(recorded.hours, *wire.mutable_hours_recorded());
}

void to_wire(const PointsPosted& posted, v1::Event& wire) {
    wire.mutable_points_posted()->set_order_id(bytes_of(posted.order.bytes));
    list_to_wire(posted.postings, wire.mutable_points_posted()->mutable_postings());
}

void to_wire(const ClaimDrafted& drafted, v1::Event& wire) {
    to_wire(drafted.claim, *wire.mutable_claim_drafted());
}

void to_wire(const ClaimDropped& dropped, v1::Event& wire) {
    wire.mutable_claim_dropped()->set_claim_id(bytes_of(dropped.claim.bytes));
}

void to_wire(const FindingAnswered& answered, v1::Event& wire) {
    to_wire(AnswerFinding{answered.claim, answered.number, answered.answer}, *wire.mutable_finding_answered());
}

void to_wire(const ClaimSubmitted& submitted, v1::Event& wire) {
    wire.mutable_claim_submitted()->set_claim_id(bytes_of(submitted.claim.bytes));
}

void to_wire(const ClaimLineRejected& rejected, v1::Event& wire) {
    wire.mutable_claim_line_rejected()->set_claim_id(bytes_of(rejected.claim.bytes));
    to_wire(rejected.line, *wire.mutable_claim_line_rejected()->mutable_line());
}

void to_wire(const ClaimPaymentReceived& received, v1::Event& wire) {
    to_wire(ReceiveClaimPayment{received.claim, received.tender, received.last},
            *wire.mutable_claim_payment_received());
}

void to_wire(const PartnerAgreementSet& set, v1::Event& wire) {
    to_wire(set.agreement, *wire.mutable_partner_agreement_set());
}

void to_wire(const PartnerCostRecorded& recorded, v1::Event& wire) {
    to_wire(recorded.cost, *wire.mutable_partner_cost_recorded());
}

namespace {

MemberErased erased_from(const v1::MemberErased& wire, const Path& at) {
    return {id_from<MemberId>(wire.member_id(), at / "member_id"), instant_from(wire.at_ms(), at / "at_ms")};
}

MembersMerged merged_from(const v1::MembersMerged& wire, const Path& at) {
    return {id_from<MemberId>(wire.kept_member_id(), at / "kept_member_id"),
            id_from<MemberId>(wire.merged_member_id(), at / "merged_member_id"),
            instant_from(wire.at_ms(), at / "at_ms")};
}

PointsPosted points_posted_from(const v1::PointsPosted& wire, const Path& at) {
    return {id_from<OrderId>(wire.order_id(), at / "order_id"),
            list_from_wire(wire.postings(), max_own_items, at / "postings")};
}

FindingAnswered answered_from(const v1::AnswerFinding& wire, const Path& at) {
    const auto answer = from_wire(wire, at);
    return {answer.claim, answer.number, answer.answer};
}

ClaimLineRejected line_rejected_from(const v1::ClaimLineRejected& wire, const Path& at) {
    return {claim_of(wire, at), from_wire(wire.line(), at / "line")};
}

ClaimPaymentReceived payment_received_from(const v1::ReceiveClaimPayment& wire, const Path& at) {
    const auto payment = from_wire(wire, at);
    return {payment.claim, payment.tender, payment.last};
}

using Kind = v1::Event::EventCase;

// Reads events of claims; returns nothing for any other.
std::optional<Event> claim_event_from(const v1::Event& wire, const Path& at) {
    switch (wire.event_case()) {
        case Kind::kClaimDrafted:
            return ClaimDrafted{from_wire(wire.claim_drafted(), at)};
        case Kind::kClaimDropped:
            return ClaimDropped{claim_of(wire.claim_dropped(), at)};
        case Kind::kFindingAnswered:
            return answered_from(wire.finding_answered(), at);
        case Kind::kClaimSubmitted:
            return ClaimSubmitted{claim_of(wire.claim_submitted(), at)};
        case Kind::kClaimLineRejected:
            return line_rejected_from(wire.claim_line_rejected(), at);
        case Kind::kClaimPaymentReceived:
            return payment_received_from(wire.claim_payment_received(), at);
        default:
            return std::nullopt;
    }
}

}  // namespace

std::optional<Event> office_event_from(const v1::Event& wire, const Path& at) {
    switch (wire.event_case()) {
        case Kind::kMemberErased:
            return erased_from(wire.member_erased(), at);
        case Kind::kMembersMerged:
            return merged_from(wire.members_merged(), at);
        case Kind::kEmployerSet:
            return EmployerSet{from_wire(wire.employer_set(), at)};
        case Kind::kPointsRuleSet:
            return PointsRuleSet{from_wire(wire.points_rule_set(), at)};
        case Kind::kHoursRecorded:
            return HoursRecorded{from_wire(wire.hours_recorded(), at)};
        case Kind::kPointsPosted:
            return points_posted_from(wire.points_posted(), at);
        case Kind::kPartnerAgreementSet:
            return PartnerAgreementSet{from_wire(wire.partner_agreement_set(), at)};
        case Kind::kPartnerCostRecorded:
            return PartnerCostRecorded{from_wire(wire.partner_cost_recorded(), at)};
        default:
            return claim_event_from(wire, at);
    }
}

}  // namespace canteen
