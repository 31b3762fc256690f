// The till's count of pickup numbers, begun anew each business date. Values; any thread.
#pragma once

#include <cstdint>

#include "canteen/domain/time.h"

namespace canteen::till {

struct PickupCount {
    Date date;
    std::uint32_t count = 0;  // the last one given
    bool operator==(const PickupCount&) const = default;
};

// The next one of that date. A date before the last one (a clock set back) goes on counting, so that none comes twice.
inline PickupCount next_pickup(PickupCount last, Date date) {
    if (date <= last.date) return {last.date, last.count + 1};
    return {date, 1};
}

}  // namespace canteen::till
