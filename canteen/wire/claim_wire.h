// Claims on payers, and what the office does with them.
#pragma once

#include "canteen/domain/model/command.h"
#include "canteen/v1/manage.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

static_assert(v1::ClaimState_MAX == static_cast<int>(ClaimState::dropped));

void to_wire(const ClaimPayer& payer, v1::ClaimPayer& wire);
ClaimPayer from_wire(const v1::ClaimPayer& wire, const Path& at);

void to_wire(const ClaimPeriod& period, v1::ClaimPeriod& wire);
ClaimPeriod from_wire(const v1::ClaimPeriod& wire, const Path& at);

void to_wire(const Finding& finding, v1::Finding& wire);
// A code this program does not know is kept.
Finding from_wire(const v1::Finding& wire, const Path& at);

void to_wire(const RejectedLine& line, v1::RejectedLine& wire);
RejectedLine from_wire(const v1::RejectedLine& wire, const Path& at);

void to_wire(const Claim& claim, v1::Claim& wire);
Claim from_wire(const v1::Claim& wire, const Path& at);

void to_wire(const AnswerFinding& answer, v1::AnswerFinding& wire);
AnswerFinding from_wire(const v1::AnswerFinding& wire, const Path& at);

void to_wire(const ReceiveClaimPayment& payment, v1::ReceiveClaimPayment& wire);
ReceiveClaimPayment from_wire(const v1::ReceiveClaimPayment& wire, const Path& at);

// Of any message that names a claim.
template <class Wire>
ClaimId claim_of(const Wire& wire, const Path& at) {
    return id_from<ClaimId>(wire.claim_id(), at / "claim_id");
}

}  // namespace canteen
