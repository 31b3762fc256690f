#include "canteen/wire/office_records_wire.h"

#include "canteen/wire/common_wire.h"
#include "canteen/wire/order_wire.h"

namespace canteen {

void to_wire(const Allowance& allowance, v1::Allowance& wire) {
    wire.set_breakfast_fen(allowance.breakfast.value);
    wire.set_lunch_fen(allowance.lunch.value);
    wire.set_dinner_fen(allowance.dinner.value);
    if (allowance.per_day) wire.set_per_day_fen(allowance.per_day->value);
    enums_to_wire(allowance.days, wire.mutable_days());
}

Allowance from_wire(const v1::Allowance& wire, const Path& at) {
    Allowance allowance;
    allowance.breakfast = client_fen_from(wire.breakfast_fen(), at / "breakfast_fen");
    allowance.lunch = client_fen_from(wire.lunch_fen(), at / "lunch_fen");
    allowance.dinner = client_fen_from(wire.dinner_fen(), at / "dinner_fen");
    if (wire.has_per_day_fen()) allowance.per_day = client_fen_from(wire.per_day_fen(), at / "per_day_fen");
    allowance.days = enums_from_wire<DayKind>(wire.days(), v1::DayKind_MAX, at / "days");
    return allowance;
}

void to_wire(const Employer& employer, v1::Employer& wire) {
    wire.set_code(employer.code);
    wire.set_name(employer.name);
    wire.set_tax_number(employer.tax_number);
    if (employer.allowance) to_wire(*employer.allowance, *wire.mutable_allowance());
    wire.set_has_account(employer.has_account);
    range_to_wire(employer.valid, wire);
}

Employer from_wire(const v1::Employer& wire, const Path& at) {
    Employer employer;
    employer.code = text_from(wire.code(), max_code_bytes, at / "code");
    employer.name = text_from(wire.name(), max_client_text_bytes, at / "name");
    employer.tax_number = text_from(wire.tax_number(), max_code_bytes, at / "tax_number");
    if (wire.has_allowance()) employer.allowance = from_wire(wire.allowance(), at / "allowance");
    employer.has_account = wire.has_account();
    employer.valid = range_from(wire, at);
    return employer;
}

void to_wire(const EmployerRight& right, v1::EmployerRight& wire) {
    wire.set_employer(right.employer);
    wire.set_name(right.name);
    wire.set_has_account(right.has_account);
    if (right.allowance) to_wire(*right.allowance, *wire.mutable_allowance());
}

EmployerRight from_wire(const v1::EmployerRight& wire, const Path& at) {
    EmployerRight right;
    right.employer = text_from(wire.employer(), max_own_text_bytes, at / "employer");
    right.name = text_from(wire.name(), max_own_text_bytes, at / "name");
    right.has_account = wire.has_account();
    if (wire.has_allowance()) right.allowance = from_wire(wire.allowance(), at / "allowance");
    return right;
}

void to_wire(const PointsRule& rule, v1::PointsRule& wire) {
    wire.set_points_per_hour(rule.points_per_hour);
    wire.set_most_minutes_an_activity(rule.most_minutes_an_activity);
    wire.set_most_points(rule.most_points);
    wire.set_spendable_from(rule.spendable_from);
    wire.set_fen_per_point(rule.fen_per_point.value);
    wire.set_funder(rule.funder);
}

PointsRule from_wire(const v1::PointsRule& wire, const Path& at) {
    PointsRule rule;
    rule.points_per_hour = count_from(wire.points_per_hour(), max_client_amount, at / "points_per_hour");
    rule.most_minutes_an_activity =
        count_from(wire.most_minutes_an_activity(), max_client_amount, at / "most_minutes_an_activity");
    rule.most_points = count_from(wire.most_points(), max_client_amount, at / "most_points");
    rule.spendable_from = count_from(wire.spendable_from(), max_client_amount, at / "spendable_from");
    rule.fen_per_point = client_fen_from(wire.fen_per_point(), at / "fen_per_point");
    rule.funder = text_from(wire.funder(), max_code_bytes, at / "funder");
    return rule;
}

void to_wire(const VolunteerHours& hours, v1::VolunteerHours& wire) {
    wire.set_member_id(bytes_of(hours.member.bytes));
    wire.set_date(hours.date.days);
    wire.set_minutes(hours.minutes);
    wire.set_activity(hours.activity);
    wire.set_points(hours.points);
}

VolunteerHours from_wire(const v1::VolunteerHours& wire, const Path& at) {
    VolunteerHours hours;
    hours.member = id_from<MemberId>(wire.member_id(), at / "member_id");
    hours.date = date_from(wire.date(), at / "date");
    hours.minutes = count_from(wire.minutes(), max_client_amount, at / "minutes");
    hours.activity = text_from(wire.activity(), max_client_text_bytes, at / "activity");
    hours.points = wire.points();
    return hours;
}

void to_wire(const PointsPosting& posting, v1::PointsPosting& wire) {
    wire.set_account(enum_to<v1::PointsAccountKind>(posting.account));
    wire.set_member_id(optional_bytes_of(posting.member));
    wire.set_points(posting.points);
}

PointsPosting from_wire(const v1::PointsPosting& wire, const Path& at) {
    return {enum_from<PointsAccountKind>(wire.account(), v1::PointsAccountKind_MAX, at / "account"),
            optional_id_from<MemberId>(wire.member_id(), at / "member_id"), wire.points()};
}

void to_wire(const CostItem& item, v1::CostItem& wire) {
    wire.set_name(item.name);
    wire.set_fixed_fen(item.fixed.value);
    wire.set_permille(item.permille);
}

CostItem from_wire(const v1::CostItem& wire, const Path& at) {
    return {text_from(wire.name(), max_client_text_bytes, at / "name"),
            client_fen_from(wire.fixed_fen(), at / "fixed_fen"),
            count_from(wire.permille(), max_client_amount, at / "permille")};
}

void to_wire(const PartnerAgreement& agreement, v1::PartnerAgreement& wire) {
    wire.set_code(agreement.code);
    wire.set_name(agreement.name);
    wire.set_base(enum_to<v1::RevenueBase>(agreement.base));
    list_to_wire(agreement.costs, wire.mutable_costs());
    wire.set_numerator(agreement.numerator);
    wire.set_denominator(agreement.denominator);
    wire.set_period(enum_to<v1::SharePeriod>(agreement.period));
    range_to_wire(agreement.valid, wire);
}

PartnerAgreement from_wire(const v1::PartnerAgreement& wire, const Path& at) {
    PartnerAgreement agreement;
    agreement.code = text_from(wire.code(), max_code_bytes, at / "code");
    agreement.name = text_from(wire.name(), max_client_text_bytes, at / "name");
    agreement.base = enum_from<RevenueBase>(wire.base(), v1::RevenueBase_MAX, at / "base");
    agreement.costs = list_from_wire(wire.costs(), max_cost_items, at / "costs");
    agreement.numerator = count_from(wire.numerator(), max_client_amount, at / "numerator");
    agreement.denominator = count_from(wire.denominator(), max_client_amount, at / "denominator");
    agreement.period = enum_from<SharePeriod>(wire.period(), v1::SharePeriod_MAX, at / "period");
    agreement.valid = range_from(wire, at);
    return agreement;
}

void to_wire(const PartnerCost& cost, v1::PartnerCost& wire) {
    wire.set_agreement(cost.agreement);
    wire.set_period(cost.period.days);
    wire.set_item(cost.item);
    wire.set_fen(cost.fen.value);
    wire.set_evidence(cost.evidence);
}

PartnerCost from_wire(const v1::PartnerCost& wire, const Path& at) {
    return {text_from(wire.agreement(), max_code_bytes, at / "agreement"), date_from(wire.period(), at / "period"),
            text_from(wire.item(), max_client_text_bytes, at / "item"), client_fen_from(wire.fen(), at / "fen"),
            text_from(wire.evidence(), max_client_text_bytes, at / "evidence")};
}

void to_wire(const ClaimPayer& payer, v1::ClaimPayer& wire) {
    wire.set_scheme(payer.scheme);
    wire.set_payer(payer.payer);
}

ClaimPayer from_wire(const v1::ClaimPayer& wire, const Path& at) {
    return {text_from(wire.scheme(), max_code_bytes, at / "scheme"),
            text_from(wire.payer(), max_code_bytes, at / "payer")};
}

void to_wire(const ClaimPeriod& period, v1::ClaimPeriod& wire) {
    wire.set_first(period.first.days);
    wire.set_last(period.last.days);
}

ClaimPeriod from_wire(const v1::ClaimPeriod& wire, const Path& at) {
    return {date_from(wire.first(), at / "first"), date_from(wire.last(), at / "last")};
}

void to_wire(const Finding& finding, v1::Finding& wire) {
    wire.set_number(finding.number);
    wire.set_code(static_cast<std::uint32_t>(finding.code));
    wire.set_name(std::string(name_of(finding.code)));
    list_to_wire(finding.params, wire.mutable_params());
    wire.set_answer(finding.answer);
}

Finding from_wire(const v1::Finding& wire, const Path& at) {
    return {wire.number(), code_from<FindingCode>(wire.code(), at / "code"),
            list_from_wire(wire.params(), max_own_items, at / "params"),
            text_from(wire.answer(), max_own_text_bytes, at / "answer")};
}

void to_wire(const RejectedLine& line, v1::RejectedLine& wire) {
    wire.set_order_id(bytes_of(line.order.bytes));
    wire.set_reason(line.reason);
    wire.set_borne(line.borne);
}

RejectedLine from_wire(const v1::RejectedLine& wire, const Path& at) {
    return {id_from<OrderId>(wire.order_id(), at / "order_id"),
            text_from(wire.reason(), max_own_text_bytes, at / "reason"), wire.borne()};
}

void to_wire(const Claim& claim, v1::Claim& wire) {
    wire.set_claim_id(bytes_of(claim.id.bytes));
    to_wire(claim.payer, *wire.mutable_payer());
    to_wire(claim.period, *wire.mutable_period());
    wire.set_as_of(claim.as_of);
    wire.set_head(bytes_of(claim.head));
    wire.set_table_hash(bytes_of(claim.table_hash));
    wire.set_lines(claim.lines);
    wire.set_sum_fen(claim.sum.value);
    list_to_wire(claim.findings, wire.mutable_findings());
    wire.set_state(enum_to<v1::ClaimState>(claim.state));
    list_to_wire(claim.rejected, wire.mutable_rejected());
    wire.set_received_fen(claim.received.value);
}

Claim from_wire(const v1::Claim& wire, const Path& at) {
    Claim claim;
    claim.id = claim_of(wire, at);
    claim.payer = from_wire(wire.payer(), at / "payer");
    claim.period = from_wire(wire.period(), at / "period");
    claim.as_of = wire.as_of();
    claim.head = array_from<std::tuple_size_v<Hash>>(wire.head(), at / "head");
    claim.table_hash = array_from<std::tuple_size_v<Hash>>(wire.table_hash(), at / "table_hash");
    claim.lines = wire.lines();
    claim.sum = Fen{wire.sum_fen()};
    claim.findings = list_from_wire(wire.findings(), max_own_items, at / "findings");
    claim.state = enum_from<ClaimState>(wire.state(), v1::ClaimState_MAX, at / "state");
    claim.rejected = list_from_wire(wire.rejected(), max_own_items, at / "rejected");
    claim.received = Fen{wire.received_fen()};
    return claim;
}

void to_wire(const AnswerFinding& answer, v1::AnswerFinding& wire) {
    wire.set_claim_id(bytes_of(answer.claim.bytes));
    wire.set_number(answer.number);
    wire.set_answer(answer.answer);
}

AnswerFinding from_wire(const v1::AnswerFinding& wire, const Path& at) {
    return {claim_of(wire, at), wire.number(), text_from(wire.answer(), max_client_text_bytes, at / "answer")};
}

void to_wire(const ReceiveClaimPayment& payment, v1::ReceiveClaimPayment& wire) {
    wire.set_claim_id(bytes_of(payment.claim.bytes));
    to_wire(payment.tender, *wire.mutable_tender());
    wire.set_last(payment.last);
}

ReceiveClaimPayment from_wire(const v1::ReceiveClaimPayment& wire, const Path& at) {
    return {claim_of(wire, at), from_wire(wire.tender(), at / "tender"), wire.last()};
}

}  // namespace canteen
