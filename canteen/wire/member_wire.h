// A member's facts, in the clear: seal the bytes before a disk sees them.
#pragma once

#include "canteen/domain/model/member.h"
#include "canteen/v1/journal.pb.h"
#include "canteen/wire/member_limits.h"

namespace canteen {

// All but the id.
void to_wire(const Member& member, v1::MemberBody& wire);
Member member_from(MemberId id, const v1::MemberBody& wire, const MemberLimits& limits, const Path& at);

void to_wire(const Member& member, v1::Member& wire);
Member from_wire(const v1::Member& wire, const Path& at);

}  // namespace canteen
