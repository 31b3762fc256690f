// The slip of a shift that ends, in four parts, to be signed by cashier and lead. Pure; any thread.
#pragma once

#include "pos-client/paper/document.h"
#include "pos-client/slips/shift_facts.h"

namespace canteen::till {

Document shift_slip(const ShiftFacts& facts);

}  // namespace canteen::till
