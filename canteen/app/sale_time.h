// How far a till's clock is believed. Pure; any thread.
#pragma once

#include <optional>

#include "canteen/domain/command.h"

namespace canteen {

// A till that estimates the server's clock may be this much ahead of it.
inline constexpr std::chrono::milliseconds clock_tolerance{2'000};
// A till may learn of its clock's error between two sales: the later one may seem earlier by this much.
inline constexpr std::chrono::milliseconds clock_corrected{2 * 60'000};
// Tills keep orders this long; without an earlier sale nothing older is believed.
inline constexpr std::chrono::hours oldest_believed_sale{7 * 24};

// Keeps sale.sold_at within [the till's sale before it, receipt]: a till's entries come in the order they were made. A
// time outside becomes the receipt's and is marked doubtful.
void keep_believable(RecordSale& sale, std::optional<Timestamp> last_sale, Timestamp receipt);
// When the till made this entry, as far as it is believed: bounds the next one. Nothing for what is no sale, or
// doubtful.
std::optional<Timestamp> sale_time_of(const CommandBody& body, Timestamp receipt);

}  // namespace canteen
