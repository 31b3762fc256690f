// Checks what must be true after any lunch, whatever went wrong in it.
#pragma once

#include <string>
#include <vector>

#include "tests/simulation/line_lunch.h"

namespace canteen::simulation {

// Returns what is wrong, in words; empty if all is well. Call after heal(); ends the server.
std::vector<std::string> findings_of(LineLunch& lunch);

}  // namespace canteen::simulation
