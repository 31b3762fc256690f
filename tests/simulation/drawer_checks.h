// Checks what must be true of shifts, drawers, names and bounds after any lunch.
#pragma once

#include <string>
#include <vector>

#include "tests/simulation/drawer_lunch.h"

namespace canteen::simulation {

// Returns what is wrong, in words; empty if all is well. Call after heal().
std::vector<std::string> drawer_findings_of(DrawerLunch& lunch);

}  // namespace canteen::simulation
