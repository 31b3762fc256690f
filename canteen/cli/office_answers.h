// Answers to queries as the operator reads them. Pure; any thread.
#pragma once

#include <ostream>

#include "canteen/app/admin_message.h"
#include "canteen/app/codec.h"

namespace canteen {

// Members and claims as lines, a member's record and a payment plan as JSON, a file as its bytes.
AdminText told(QueryResult result, const Codec& codec);
// Prints it as a line; the exit code.
int say(const AdminText& reply, std::ostream& out);

}  // namespace canteen
