// Answers to commands as the operator reads them. Pure; any thread.
#pragma once

#include <string>

#include "canteen/app/admin_message.h"

namespace canteen {

// "Dish 7 is sold out (0 left). (sold_out)", and in the brackets what the text has no place for: "number=80002".
std::string describe(const Rejection& rejection);
// The same of any text of an area: "refused", "finding".
std::string describe(const std::string& area, const std::string& code, const std::vector<Param>& params);
// Why not, or `done` and the row.
AdminText reply_of(const Answer& answer, const std::string& done);

}  // namespace canteen
