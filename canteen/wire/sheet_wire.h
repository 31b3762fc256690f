// Right sheets as a till holds them: what a person may get and how much of it is used up. Tills get a total for each
// key, the disk keeps each use by its ordinal.
#pragma once

#include "canteen/app/message.h"
#include "canteen/domain/model/order.h"
#include "canteen/domain/model/right_sheet.h"
#include "canteen/v1/journal.pb.h"
#include "canteen/v1/subsidy.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

static_assert(v1::UseKind_MAX == static_cast<int>(UseKind::allowance));

void to_wire(const UseKey& key, v1::UseKey& wire);
UseKey from_wire(const v1::UseKey& wire, const Path& at);

void to_wire(const UsedRight& right, v1::UsedRight& wire);
UsedRight from_wire(const v1::UsedRight& wire, const Path& at);

void to_wire(const RightUse& use, v1::RightUse& wire);
RightUse from_wire(const v1::RightUse& wire, const Path& at);

void to_wire(const MemberBalance& balance, v1::MemberBalance& wire);
MemberBalance from_wire(const v1::MemberBalance& wire, const Path& at);

void to_wire(const SheetStep& step, v1::SheetStep& wire);
// Refuses a step of an unknown kind: a till that left it out would name a wrong price.
SheetStep from_wire(const v1::SheetStep& wire, const Path& at);

void to_wire(const SheetScheme& scheme, v1::SheetScheme& wire);
SheetScheme from_wire(const v1::SheetScheme& wire, const Path& at);

void to_wire(const RightSheet& sheet, v1::RightSheet& wire);
RightSheet from_wire(const v1::RightSheet& wire, const Path& at);

}  // namespace canteen
