// Answers to a client's queries.
#pragma once

#include "canteen/app/query.h"
#include "canteen/v1/query.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

void to_wire(const MemberHit& hit, v1::MemberHit& wire);
MemberHit from_wire(const v1::MemberHit& wire, const Path& at);

// Leaves out a rejection's sums: a query that has new ones tells them in its result.
void to_wire(const QueryReply& told, v1::Told& wire);
QueryReply from_wire(const v1::Told& wire, const Path& at);

}  // namespace canteen
