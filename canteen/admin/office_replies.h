// Puts answers to commands into words for the operator. Pure; any thread.
#pragma once

#include <string>

#include "canteen/app/admin_message.h"

namespace canteen {

// Returns "Dish 7 is sold out (0 left). (sold_out)"; the brackets also hold what the text has no place for:
// "number=80002".
std::string describe(const Rejection& rejection);
// Does the same for any text of an area: "refused", "finding".
std::string describe(const std::string& area, const std::string& code, const std::vector<Param>& params);
// Says why not, or `done` and the row.
AdminText reply_of(const Answer& answer, const std::string& done);

}  // namespace canteen
