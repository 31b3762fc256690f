// Puts answers to queries into words for the operator. Pure; any thread.
#pragma once

#include <ostream>

#include "canteen/app/admin_message.h"
#include "canteen/app/codec.h"

namespace canteen {

// Returns members and claims as lines, a member's record and a payment plan as JSON, a file as its bytes.
AdminText told(QueryResult result, const Codec& codec);
// Prints the reply as a line; returns the exit code.
int say(const AdminText& reply, std::ostream& out);

}  // namespace canteen
