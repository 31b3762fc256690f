// The till's pickup numbers: a count for each business date. Values; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "canteen/domain/base/time.h"

namespace canteen::till {

struct PickupCount {
    Date date;
    std::uint32_t count = 0;  // the last number given
    bool operator==(const PickupCount&) const = default;
};

// Dates that are kept: a clock may be days wrong before somebody sets it right.
inline constexpr std::size_t max_pickup_dates = 16;

// Keeps the counts of the last dates: a clock that goes over midnight and back goes on where each day stood.
class PickupCounts {
public:
    // Returns 0 for a date without any.
    std::uint32_t last_of(Date date) const;
    // Keeps the larger of both counts; beyond `max_pickup_dates` drops the oldest other date.
    void raise(PickupCount count);
    // Returns the count of the latest date.
    PickupCount latest() const;
    bool operator==(const PickupCounts&) const = default;

    // Writes and reads "20557:41 20558:3"; text that cannot be read counts nothing.
    std::string to_text() const;
    static PickupCounts from_text(std::string_view text);

private:
    std::map<Date, std::uint32_t> counts_;
};

inline PickupCount next_pickup(const PickupCounts& counts, Date date) {
    return {date, counts.last_of(date) + 1};
}

}  // namespace canteen::till
