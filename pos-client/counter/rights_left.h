// Tells what a guest may still get at a meal, from the sheet and the uses the till knows of. Says which scheme, never
// why the guest is in it. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "canteen/domain/model/right_sheet.h"
#include "canteen/domain/model/use.h"

namespace canteen::till {

struct RightLeft {
    std::string scheme;
    bool by_quota = false;
    std::uint32_t meals = 0;  // subsidised ones still; of a scheme that counts meals
    Fen fen{};                // left of the month's quota
    bool operator==(const RightLeft&) const = default;
};

// Returns a row for each scheme with a step of that meal and kind of day that counts meals or gives a quota, in the
// sheet's order. Nothing for a guest without number.
std::vector<RightLeft> rights_left(const RightSheet& sheet, Meal meal, DayKind day, const Uses& uses);

}  // namespace canteen::till
