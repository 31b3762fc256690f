#include "canteen/wire/office_command_wire.h"

#include "canteen/wire/common_wire.h"
#include "canteen/wire/member_wire.h"
#include "canteen/wire/office_records_wire.h"
#include "canteen/wire/order_wire.h"

namespace canteen {

void to_wire(const PutMember& put, v1::Command& wire) {
    wire.mutable_put_member()->set_member_id(bytes_of(put.member.id.bytes));
    to_wire(put.member, *wire.mutable_put_member()->mutable_member());
}

void to_wire(const ReviewApplication& review, v1::Command& wire) {
    auto& body = *wire.mutable_review_application();
    body.set_member_id(bytes_of(review.member.bytes));
    body.set_scheme(review.scheme);
    to_wire(review.step, *body.mutable_step());
    range_to_wire(review.valid, body);
}

void to_wire(const IssueCard& issue, v1::Command& wire) {
    auto& body = *wire.mutable_issue_card();
    body.set_member_id(bytes_of(issue.member.bytes));
    body.set_card(issue.card);
    body.set_replaces(issue.replaces);
}

void to_wire(const ReportCardLost& lost, v1::Command& wire) {
    wire.mutable_report_card_lost()->set_member_id(bytes_of(lost.member.bytes));
    wire.mutable_report_card_lost()->set_card(lost.card);
}

void to_wire(const EraseMember& erase, v1::Command& wire) {
    wire.mutable_erase_member()->set_member_id(bytes_of(erase.member.bytes));
}

void to_wire(const MergeMembers& merge, v1::Command& wire) {
    auto& body = *wire.mutable_merge_members();
    body.set_kept_member_id(bytes_of(merge.kept.bytes));
    body.set_merged_member_id(bytes_of(merge.merged.bytes));
    body.set_kept_revision(merge.kept_revision);
    body.set_merged_revision(merge.merged_revision);
}

void to_wire(const SetEmployer& set, v1::Command& wire) {
    to_wire(set.employer, *wire.mutable_set_employer());
}

void to_wire(const ReceiveFromEmployer& receive, v1::Command& wire) {
    auto& body = *wire.mutable_receive_from_employer();
    body.set_employer(receive.employer);
    body.set_account(enum_to<v1::AccountKind>(receive.account));
    to_wire(receive.tender, *body.mutable_tender());
}

void to_wire(const SetPointsRule& set, v1::Command& wire) {
    to_wire(set.rule, *wire.mutable_set_points_rule());
}

void to_wire(const RecordHours& record, v1::Command& wire) {
    to_wire(record.hours, *wire.mutable_record_hours());
}

void to_wire(const SubmitClaim& submit, v1::Command& wire) {
    wire.mutable_submit_claim()->set_claim_id(bytes_of(submit.claim.bytes));
}

void to_wire(const DropClaim& drop, v1::Command& wire) {
    wire.mutable_drop_claim()->set_claim_id(bytes_of(drop.claim.bytes));
}

void to_wire(const AnswerFinding& answer, v1::Command& wire) {
    to_wire(answer, *wire.mutable_answer_finding());
}

void to_wire(const RejectClaimLine& reject, v1::Command& wire) {
    auto& body = *wire.mutable_reject_claim_line();
    body.set_claim_id(bytes_of(reject.claim.bytes));
    body.set_order_id(bytes_of(reject.order.bytes));
    body.set_reason(reject.reason);
    body.set_borne(reject.borne);
}

void to_wire(const ReceiveClaimPayment& receive, v1::Command& wire) {
    to_wire(receive, *wire.mutable_receive_claim_payment());
}

void to_wire(const SetPartnerAgreement& set, v1::Command& wire) {
    to_wire(set.agreement, *wire.mutable_set_partner_agreement());
}

void to_wire(const RecordPartnerCost& record, v1::Command& wire) {
    to_wire(record.cost, *wire.mutable_record_partner_cost());
}

void to_wire(const DateSale& date, v1::Command& wire) {
    wire.mutable_date_sale()->set_order_id(bytes_of(date.order.bytes));
    to_wire(date.meal, *wire.mutable_date_sale()->mutable_meal());
}

void to_wire(const SettleShort& settle, v1::Command& wire) {
    auto& body = *wire.mutable_settle_short();
    body.set_order_id(bytes_of(settle.order.bytes));
    if (settle.tender) to_wire(*settle.tender, *body.mutable_tender());
}

namespace {

// Reads the member that a body names.
template <class Body>
MemberId member_of(const Body& wire, const Path& at) {
    return id_from<MemberId>(wire.member_id(), at / "member_id");
}

PutMember put_member_from(const v1::PutMember& wire, const Path& at) {
    const auto id = member_of(wire, at);
    if (id.is_nil()) throw Unreadable(at / "member_id", "names nothing");
    return {member_from(id, wire.member(), client_member_limits, at / "member")};
}

ReviewApplication review_from(const v1::ReviewApplication& wire, const Path& at) {
    return {member_of(wire, at), text_from(wire.scheme(), max_code_bytes, at / "scheme"),
            reviewed_from(wire.step(), client_member_limits, at / "step"), range_from(wire, at)};
}

IssueCard issue_card_from(const v1::IssueCard& wire, const Path& at) {
    return {member_of(wire, at), text_from(wire.card(), max_code_bytes, at / "card"),
            text_from(wire.replaces(), max_code_bytes, at / "replaces")};
}

ReportCardLost card_lost_from(const v1::ReportCardLost& wire, const Path& at) {
    return {member_of(wire, at), text_from(wire.card(), max_code_bytes, at / "card")};
}

MergeMembers merge_members_from(const v1::MergeMembers& wire, const Path& at) {
    return {id_from<MemberId>(wire.kept_member_id(), at / "kept_member_id"),
            id_from<MemberId>(wire.merged_member_id(), at / "merged_member_id"), wire.kept_revision(),
            wire.merged_revision()};
}

ReceiveFromEmployer receive_from_employer_from(const v1::ReceiveFromEmployer& wire, const Path& at) {
    if (wire.account() != v1::ACCOUNT_ALLOWANCE && wire.account() != v1::ACCOUNT_EMPLOYER)
        throw Unreadable(at / "account", "is no employer's");
    return {text_from(wire.employer(), max_code_bytes, at / "employer"),
            enum_from<AccountKind>(wire.account(), v1::AccountKind_MAX, at / "account"),
            from_wire(wire.tender(), at / "tender")};
}

// Leaves out the points: the server works out what the hours earn.
RecordHours record_hours_from(const v1::VolunteerHours& wire, const Path& at) {
    auto hours = from_wire(wire, at);
    hours.points = 0;
    return {hours};
}

RejectClaimLine reject_line_from(const v1::RejectClaimLine& wire, const Path& at) {
    return {claim_of(wire, at), id_from<OrderId>(wire.order_id(), at / "order_id"),
            text_from(wire.reason(), max_client_text_bytes, at / "reason"), wire.borne()};
}

DateSale date_sale_from(const v1::DateSale& wire, const Path& at) {
    return {id_from<OrderId>(wire.order_id(), at / "order_id"), from_wire(wire.meal(), at / "meal")};
}

SettleShort settle_short_from(const v1::SettleShort& wire, const Path& at) {
    SettleShort settle{id_from<OrderId>(wire.order_id(), at / "order_id"), {}};
    if (wire.has_tender()) settle.tender = from_wire(wire.tender(), at / "tender");
    return settle;
}

// Reads commands about sales; returns nothing for any other.
std::optional<CommandBody> sale_body_from(const v1::Command& wire, const Path& at) {
    switch (wire.body_case()) {
        case v1::Command::kDateSale:
            return date_sale_from(wire.date_sale(), at / "date_sale");
        case v1::Command::kSettleShort:
            return settle_short_from(wire.settle_short(), at / "settle_short");
        default:
            return std::nullopt;
    }
}

// Reads commands about members; returns nothing for any other.
std::optional<CommandBody> member_body_from(const v1::Command& wire, const Path& at) {
    switch (wire.body_case()) {
        case v1::Command::kPutMember:
            return put_member_from(wire.put_member(), at / "put_member");
        case v1::Command::kReviewApplication:
            return review_from(wire.review_application(), at / "review_application");
        case v1::Command::kIssueCard:
            return issue_card_from(wire.issue_card(), at / "issue_card");
        case v1::Command::kReportCardLost:
            return card_lost_from(wire.report_card_lost(), at / "report_card_lost");
        case v1::Command::kEraseMember:
            return EraseMember{member_of(wire.erase_member(), at / "erase_member")};
        case v1::Command::kMergeMembers:
            return merge_members_from(wire.merge_members(), at / "merge_members");
        case v1::Command::kRecordHours:
            return record_hours_from(wire.record_hours(), at / "record_hours");
        default:
            return std::nullopt;
    }
}

// Reads commands about claims; returns nothing for any other.
std::optional<CommandBody> claim_body_from(const v1::Command& wire, const Path& at) {
    switch (wire.body_case()) {
        case v1::Command::kSubmitClaim:
            return SubmitClaim{claim_of(wire.submit_claim(), at / "submit_claim")};
        case v1::Command::kDropClaim:
            return DropClaim{claim_of(wire.drop_claim(), at / "drop_claim")};
        case v1::Command::kAnswerFinding:
            return from_wire(wire.answer_finding(), at / "answer_finding");
        case v1::Command::kRejectClaimLine:
            return reject_line_from(wire.reject_claim_line(), at / "reject_claim_line");
        case v1::Command::kReceiveClaimPayment:
            return from_wire(wire.receive_claim_payment(), at / "receive_claim_payment");
        default:
            return std::nullopt;
    }
}

// Reads commands about agreements with others; returns nothing for any other.
std::optional<CommandBody> agreement_body_from(const v1::Command& wire, const Path& at) {
    switch (wire.body_case()) {
        case v1::Command::kSetEmployer:
            return SetEmployer{from_wire(wire.set_employer(), at / "set_employer")};
        case v1::Command::kReceiveFromEmployer:
            return receive_from_employer_from(wire.receive_from_employer(), at / "receive_from_employer");
        case v1::Command::kSetPointsRule:
            return SetPointsRule{from_wire(wire.set_points_rule(), at / "set_points_rule")};
        case v1::Command::kSetPartnerAgreement:
            return SetPartnerAgreement{from_wire(wire.set_partner_agreement(), at / "set_partner_agreement")};
        case v1::Command::kRecordPartnerCost:
            return RecordPartnerCost{from_wire(wire.record_partner_cost(), at / "record_partner_cost")};
        default:
            return std::nullopt;
    }
}

}  // namespace

std::optional<CommandBody> office_body_from(const v1::Command& wire, const Path& at) {
    if (auto body = member_body_from(wire, at)) return body;
    if (auto body = claim_body_from(wire, at)) return body;
    if (auto body = sale_body_from(wire, at)) return body;
    return agreement_body_from(wire, at);
}

}  // namespace canteen
