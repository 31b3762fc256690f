#include "tests/wire/samples.h"

namespace canteen {
namespace {

const Timestamp noon{1'776'139'200'000};
const Tender transfer{TenderKind::bank, Fen{125'000}, "20260430-0017"};
const RejectedLine refused_line{sample_id<OrderId>(1), "不在名册", true};

Hash hash_full_of(std::uint8_t byte) {
    Hash hash;
    hash.fill(byte);
    return hash;
}

// Samples the commands that put a member's papers in order.
Named<CommandBody> member_bodies() {
    const auto member = sample_id<MemberId>(2);
    const Reviewed approved{ReviewStep::approved, Date{20312}, "民政局", "已核"};
    return {{"put_member", PutMember{sample_whole_member()}},
            {"review_application", ReviewApplication{member, "cd-qionglai-2025", approved, {Date{20312}, Date{20676}}}},
            {"issue_card", IssueCard{member, "04D4E5F6", "04A1B2C3"}},
            {"report_card_lost", ReportCardLost{member, "04D4E5F6"}},
            {"erase_member", EraseMember{member}},
            {"merge_members", MergeMembers{member, sample_id<MemberId>(5), 12, 3}}};
}

}  // namespace

Employer sample_employer() {
    Employer employer;
    employer.code = "xinda";
    employer.name = "信达物流";
    employer.tax_number = "91510100MA00000000";
    employer.allowance = Allowance{Fen{300}, Fen{1000}, Fen{800}, Fen{1500}, {DayKind::workday, DayKind::weekend}};
    employer.has_account = true;
    employer.valid = {Date{20454}, Date{20818}};
    return employer;
}

PointsRule sample_points_rule() {
    return {2, 240, 1'000, 20, Fen{10}, "street"};
}

VolunteerHours sample_hours() {
    return {sample_id<MemberId>(2), Date{20557}, 95, "送餐", 0};
}

PartnerAgreement sample_agreement() {
    PartnerAgreement agreement;
    agreement.code = "kitchen-2026";
    agreement.name = "蜀味餐饮";
    agreement.base = RevenueBase::payers_share;
    agreement.costs = {{"房租", Fen{600'000}, 0}, {"食材", Fen{0}, 550}};
    agreement.numerator = 3;
    agreement.denominator = 10;
    agreement.period = SharePeriod::quarter;
    agreement.valid = {Date{20454}, {}};
    return agreement;
}

PartnerCost sample_cost() {
    return {"kitchen-2026", Date{20544}, "食材", Fen{-12'345}, "发票 00417"};
}

Claim sample_claim() {
    Claim claim;
    claim.id = sample_id<ClaimId>(11);
    claim.payer = {"cd-qionglai-2025", "county_civil_affairs"};
    claim.period = {Date{20544}, Date{20573}};
    claim.as_of = 123'456;
    claim.head = hash_full_of(6);
    claim.table_hash = hash_full_of(7);
    claim.lines = 812;
    claim.sum = Fen{487'200};
    claim.findings = {{1, FindingCode::after_death, {{"member", "M-0012"}, {"served", "2"}}, "补录有误"},
                      {2, FindingCode::more_findings, {{"count", "3"}}, ""}};
    claim.state = ClaimState::submitted;
    claim.rejected = {refused_line};
    claim.received = Fen{125'000};
    return claim;
}

Named<CommandBody> sample_office_bodies() {
    const auto claim = sample_id<ClaimId>(11);
    auto bodies = member_bodies();
    const Named<CommandBody> others{
        {"set_employer", SetEmployer{sample_employer()}},
        {"receive_from_employer", ReceiveFromEmployer{"xinda", AccountKind::allowance, transfer}},
        {"set_points_rule", SetPointsRule{sample_points_rule()}},
        {"record_hours", RecordHours{sample_hours()}},
        {"submit_claim", SubmitClaim{claim}},
        {"drop_claim", DropClaim{claim}},
        {"answer_finding", AnswerFinding{claim, 2, "补录有误"}},
        {"reject_claim_line", RejectClaimLine{claim, refused_line.order, refused_line.reason, true}},
        {"receive_claim_payment", ReceiveClaimPayment{claim, transfer, true}},
        {"set_partner_agreement", SetPartnerAgreement{sample_agreement()}},
        {"record_partner_cost", RecordPartnerCost{sample_cost()}},
        {"date_sale", DateSale{refused_line.order, {Date{20544}, MealSlot::dinner}}},
        {"settle_short", SettleShort{refused_line.order, transfer}}};
    bodies.insert(bodies.end(), others.begin(), others.end());
    return bodies;
}

Named<Event> sample_office_events() {
    const auto claim = sample_id<ClaimId>(11);
    const auto member = sample_id<MemberId>(2);
    VolunteerHours hours = sample_hours();
    hours.points = 3;
    const std::vector<PointsPosting> points{{PointsAccountKind::member, member, 3},
                                            {PointsAccountKind::earned, MemberId{}, -3}};
    return {{"event_member_erased", MemberErased{member, noon}},
            {"event_members_merged", MembersMerged{member, sample_id<MemberId>(5), noon}},
            {"event_employer_set", EmployerSet{sample_employer()}},
            {"event_points_rule_set", PointsRuleSet{sample_points_rule()}},
            {"event_hours_recorded", HoursRecorded{hours}},
            {"event_points_posted", PointsPosted{sample_id<OrderId>(1), points}},
            {"event_claim_drafted", ClaimDrafted{sample_claim()}},
            {"event_claim_dropped", ClaimDropped{claim}},
            {"event_finding_answered", FindingAnswered{claim, 2, "补录有误"}},
            {"event_claim_submitted", ClaimSubmitted{claim}},
            {"event_claim_line_rejected", ClaimLineRejected{claim, refused_line}},
            {"event_claim_payment_received", ClaimPaymentReceived{claim, transfer, true}},
            {"event_partner_agreement_set", PartnerAgreementSet{sample_agreement()}},
            {"event_partner_cost_recorded", PartnerCostRecorded{sample_cost()}}};
}

}  // namespace canteen
