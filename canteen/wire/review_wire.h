// A member's applications for schemes, step by step.
#pragma once

#include "canteen/domain/model/member.h"
#include "canteen/v1/member.pb.h"
#include "canteen/wire/member_limits.h"

namespace canteen {

static_assert(v1::ReviewStep_MAX == static_cast<int>(ReviewStep::withdrawn));

void to_wire(const Reviewed& reviewed, v1::Reviewed& wire);
Reviewed reviewed_from(const v1::Reviewed& wire, const MemberLimits& limits, const Path& at);

void to_wire(const SubsidyApplication& application, v1::MemberApplication& wire);
SubsidyApplication application_from(const v1::MemberApplication& wire, const MemberLimits& limits, const Path& at);

}  // namespace canteen
