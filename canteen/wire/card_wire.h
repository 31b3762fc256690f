// The cards a member is known by.
#pragma once

#include "canteen/domain/model/member.h"
#include "canteen/v1/member.pb.h"
#include "canteen/wire/member_limits.h"

namespace canteen {

static_assert(v1::CardState_MAX == static_cast<int>(CardState::replaced));

void to_wire(const Card& card, v1::Card& wire);
Card card_from(const v1::Card& wire, const MemberLimits& limits, const Path& at);

}  // namespace canteen
