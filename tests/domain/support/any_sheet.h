// Made-up people's rights and orders for properties. Each call draws from RapidCheck's generator.
#pragma once

#include <rapidcheck.h>

#include "canteen/domain/subsidy/price.h"

namespace canteen {

std::uint32_t up_to(std::uint32_t most);
Fen fen_up_to(std::uint32_t most);
SubsidyRight any_subsidy();
// Of a step of another kind.
StepTerms any_terms();
// Of a guest with a number or without, with one scheme or two.
RightSheet any_sheet();
PriceQuery any_query();

}  // namespace canteen
