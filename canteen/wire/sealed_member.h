// A member's facts as the journal keeps them: one sealed value, bound to the person and the row.
#pragma once

#include <string>

#include "canteen/app/sealer.h"
#include "canteen/domain/model/member.h"
#include "canteen/wire/path.h"

namespace canteen {

std::string seal_member(const Member& member, Seq seq, Sealer& sealer);
// Returns the id alone for an erased person, whose key was destroyed. Throws UnsealError, Unreadable.
Member unseal_member(MemberId id, const std::string& sealed, Seq seq, const Sealer& sealer, const Path& at);

}  // namespace canteen
