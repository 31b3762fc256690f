// What a query came to, as the operator reads it. Pure; any thread.
#pragma once

#include "canteen/admin/admin_message.h"
#include "canteen/app/codec.h"
#include "canteen/app/query.h"

namespace canteen {

// Members and claims as lines, a member's record and a payment plan as JSON, a file as its bytes.
AdminReply told(QueryResult result, const Codec& codec);
// "Dish 7 is sold out (0 left). (sold_out)".
std::string describe(const Rejection& rejection);

}  // namespace canteen
