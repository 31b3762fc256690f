// Words for what was done to a drawer. Pure; any thread.
#pragma once

#include <string>

#include "pos-client/slips/shift_facts.h"
#include "pos-client/slips/words.h"

namespace canteen::till {

std::string word_of(SlipMove move, const Slip& slip);

}  // namespace canteen::till
