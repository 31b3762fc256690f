// How far a till's clock is believed. Pure; any thread.
#pragma once

#include "canteen/domain/model/command.h"

namespace canteen {

// A till that estimates the server's clock may be this much ahead of it.
inline constexpr std::chrono::milliseconds clock_tolerance{2'000};
// Tills keep orders this long; nothing older is believed. There is no nearer bound: the statement of an ask that
// expired comes behind newer entries, and a sale moved to its receipt would be cooked a second time.
inline constexpr std::chrono::hours oldest_believed_sale{7 * 24};

// Keeps sale.sold_at within the last seven days; a time outside becomes the receipt's, is
// marked doubtful and kept as what the till said.
void keep_believable(RecordSale& sale, Timestamp receipt);

}  // namespace canteen
