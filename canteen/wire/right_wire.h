// The parts of a right sheet's steps.
#pragma once

#include "canteen/domain/model/right_sheet.h"
#include "canteen/v1/subsidy.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

static_assert(v1::RoundingDirection_MAX == static_cast<int>(RoundingDirection::half_up));
static_assert(v1::Shrink_MAX == static_cast<int>(Shrink::in_proportion));
static_assert(v1::Choose_MAX == static_cast<int>(Choose::sum));

void to_wire(const Benefit& benefit, v1::Benefit& wire);
Benefit from_wire(const v1::Benefit& wire, const Path& at);

void to_wire(const SheetClass& sheet_class, v1::SheetClass& wire);
SheetClass from_wire(const v1::SheetClass& wire, const Path& at);

void to_wire(const SubsidyRight& right, v1::SubsidyRight& wire);
SubsidyRight from_wire(const v1::SubsidyRight& wire, const Path& at);

void to_wire(const StepTerms& terms, v1::StepTerms& wire);
StepTerms from_wire(const v1::StepTerms& wire, const Path& at);

void to_wire(const DiscountRight& right, v1::DiscountRight& wire);
DiscountRight from_wire(const v1::DiscountRight& wire, const Path& at);

void to_wire(const FixedPriceRight& right, v1::FixedPriceRight& wire);
FixedPriceRight from_wire(const v1::FixedPriceRight& wire, const Path& at);

void to_wire(const QuotaRight& right, v1::QuotaRight& wire);
QuotaRight from_wire(const v1::QuotaRight& wire, const Path& at);

void to_wire(const DeliveryFeeRight& right, v1::DeliveryFeeRight& wire);
DeliveryFeeRight from_wire(const v1::DeliveryFeeRight& wire, const Path& at);

void to_wire(const Budget& budget, v1::Budget& wire);
Budget from_wire(const v1::Budget& wire, const Path& at);

}  // namespace canteen
