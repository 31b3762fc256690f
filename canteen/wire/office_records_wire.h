// The office's records other than members: employers, volunteers' points, partners' agreements, claims on payers.
#pragma once

#include "canteen/domain/model/command.h"
#include "canteen/domain/model/partner.h"
#include "canteen/domain/model/points.h"
#include "canteen/domain/model/right_sheet.h"
#include "canteen/v1/journal.pb.h"
#include "canteen/v1/manage.pb.h"
#include "canteen/v1/subsidy.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

void to_wire(const Allowance& allowance, v1::Allowance& wire);
Allowance from_wire(const v1::Allowance& wire, const Path& at);

void to_wire(const Employer& employer, v1::Employer& wire);
Employer from_wire(const v1::Employer& wire, const Path& at);

void to_wire(const EmployerRight& right, v1::EmployerRight& wire);
EmployerRight from_wire(const v1::EmployerRight& wire, const Path& at);

static_assert(v1::PointsAccountKind_MAX == static_cast<int>(PointsAccountKind::lapsed));

void to_wire(const PointsRule& rule, v1::PointsRule& wire);
PointsRule from_wire(const v1::PointsRule& wire, const Path& at);

void to_wire(const VolunteerHours& hours, v1::VolunteerHours& wire);
VolunteerHours from_wire(const v1::VolunteerHours& wire, const Path& at);

void to_wire(const PointsPosting& posting, v1::PointsPosting& wire);
PointsPosting from_wire(const v1::PointsPosting& wire, const Path& at);

static_assert(v1::RevenueBase_MAX == static_cast<int>(RevenueBase::payers_share));
static_assert(v1::SharePeriod_MAX == static_cast<int>(SharePeriod::quarter));

void to_wire(const CostItem& item, v1::CostItem& wire);
CostItem from_wire(const v1::CostItem& wire, const Path& at);

void to_wire(const PartnerAgreement& agreement, v1::PartnerAgreement& wire);
PartnerAgreement from_wire(const v1::PartnerAgreement& wire, const Path& at);

void to_wire(const PartnerCost& cost, v1::PartnerCost& wire);
PartnerCost from_wire(const v1::PartnerCost& wire, const Path& at);

static_assert(v1::ClaimState_MAX == static_cast<int>(ClaimState::dropped));

void to_wire(const ClaimPayer& payer, v1::ClaimPayer& wire);
ClaimPayer from_wire(const v1::ClaimPayer& wire, const Path& at);

void to_wire(const ClaimPeriod& period, v1::ClaimPeriod& wire);
ClaimPeriod from_wire(const v1::ClaimPeriod& wire, const Path& at);

void to_wire(const Finding& finding, v1::Finding& wire);
// Keeps a code that this program does not know.
Finding from_wire(const v1::Finding& wire, const Path& at);

void to_wire(const RejectedLine& line, v1::RejectedLine& wire);
RejectedLine from_wire(const v1::RejectedLine& wire, const Path& at);

void to_wire(const Claim& claim, v1::Claim& wire);
Claim from_wire(const v1::Claim& wire, const Path& at);

void to_wire(const AnswerFinding& answer, v1::AnswerFinding& wire);
AnswerFinding from_wire(const v1::AnswerFinding& wire, const Path& at);

void to_wire(const ReceiveClaimPayment& payment, v1::ReceiveClaimPayment& wire);
ReceiveClaimPayment from_wire(const v1::ReceiveClaimPayment& wire, const Path& at);

// Reads the claim that a message names.
template <class Wire>
ClaimId claim_of(const Wire& wire, const Path& at) {
    return id_from<ClaimId>(wire.claim_id(), at / "claim_id");
}

}  // namespace canteen
