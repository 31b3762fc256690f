// Answers to commands as the operator reads them. Pure; any thread.
#pragma once

#include <string>

#include "canteen/app/admin_message.h"

namespace canteen {

// "Dish 7 is sold out (0 left). (sold_out)", and in the brackets what the text has no place for: "number=80002".
std::string describe(const Rejection& rejection);
// Why not, or `done` and the row.
AdminText reply_of(const Answer& answer, const std::string& done);

}  // namespace canteen
