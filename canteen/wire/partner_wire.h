// Partners' agreements and the costs set against what they share in.
#pragma once

#include "canteen/domain/model/partner.h"
#include "canteen/v1/manage.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

static_assert(v1::RevenueBase_MAX == static_cast<int>(RevenueBase::payers_share));
static_assert(v1::SharePeriod_MAX == static_cast<int>(SharePeriod::quarter));

void to_wire(const CostItem& item, v1::CostItem& wire);
CostItem from_wire(const v1::CostItem& wire, const Path& at);

void to_wire(const PartnerAgreement& agreement, v1::PartnerAgreement& wire);
PartnerAgreement from_wire(const v1::PartnerAgreement& wire, const Path& at);

void to_wire(const PartnerCost& cost, v1::PartnerCost& wire);
PartnerCost from_wire(const v1::PartnerCost& wire, const Path& at);

}  // namespace canteen
