// How far a till's clock is believed. Pure; any thread.
#pragma once

#include <optional>

#include "canteen/domain/command.h"

namespace canteen {

// A till that estimates the server's clock may be this much ahead of it.
inline constexpr std::chrono::milliseconds clock_tolerance{2'000};
// A sale may have been made this long before the last frame of a connection that broke before it got through.
inline constexpr std::chrono::milliseconds sale_in_flight{2 * 60'000};
// Tills keep orders this long; without an earlier contact nothing older is believed.
inline constexpr std::chrono::hours oldest_believed_sale{7 * 24};

// Keeps sale.sold_at within [last contact, receipt]; a time outside becomes the receipt's and is marked doubtful.
void keep_believable(RecordSale& sale, std::optional<Timestamp> last_contact, Timestamp receipt);

}  // namespace canteen
