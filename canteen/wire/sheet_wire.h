// Right sheets: what a person may get, as a till holds it.
#pragma once

#include "canteen/domain/model/right_sheet.h"
#include "canteen/v1/subsidy.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

void to_wire(const SheetStep& step, v1::SheetStep& wire);
// A step of a kind that is not known is unreadable: a till that left it out would name a wrong price.
SheetStep from_wire(const v1::SheetStep& wire, const Path& at);

void to_wire(const SheetScheme& scheme, v1::SheetScheme& wire);
SheetScheme from_wire(const v1::SheetScheme& wire, const Path& at);

void to_wire(const RightSheet& sheet, v1::RightSheet& wire);
RightSheet from_wire(const v1::RightSheet& wire, const Path& at);

}  // namespace canteen
