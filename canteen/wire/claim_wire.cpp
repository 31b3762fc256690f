#include "canteen/wire/claim_wire.h"

#include "canteen/wire/common_wire.h"
#include "canteen/wire/order_wire.h"

namespace canteen {

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
