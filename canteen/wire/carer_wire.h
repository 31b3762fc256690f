// Who may order for a member.
#pragma once

#include "canteen/domain/model/member.h"
#include "canteen/v1/member.pb.h"
#include "canteen/wire/member_limits.h"

namespace canteen {

void to_wire(const Carer& carer, v1::Carer& wire);
Carer carer_from(const v1::Carer& wire, const MemberLimits& limits, const Path& at);

}  // namespace canteen
