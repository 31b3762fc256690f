// Puts values into the places of a text, as canteen/web/shared/texts/fill.ts does. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "canteen/domain/model/rejection.h"

namespace canteen {

// Fills {dish} with the value as it came, {due|yuan} with fen as yuan, {n|dish|dishes} by number; "?" if the value is
// missing.
std::string fill(std::string_view text, const std::vector<Param>& params);

// Returns true if the text shows the parameter.
bool has_place_for(std::string_view text, std::string_view param);

}  // namespace canteen
