// Made-up people's rights and orders for properties. Each call draws from RapidCheck's generator.
#pragma once

#include <rapidcheck.h>

#include "canteen/domain/subsidy/price.h"

namespace canteen {

std::uint32_t up_to(std::uint32_t most);
Fen fen_up_to(std::uint32_t most);
SubsidyRight any_subsidy();
// Returns terms for a step that is no subsidy.
StepTerms any_terms();
// Returns the sheet of a guest with or without a number, with one scheme or two.
RightSheet any_sheet();
PriceQuery any_query();

}  // namespace canteen
