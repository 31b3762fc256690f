// Tells which day a sale was of, and if anybody still waits for its food. Pure; any thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// True if the till's clock was not believed and nothing else says the day: the meal is not today's, and nobody is
// awaited for it. Such a sale is of no meal until the office says which.
bool is_day_doubtful(const RecordSale& sale, Timestamp now);

// How the kitchen hears of what is cooked: by a ticket, by a slip whose ticket is only handed out, or not any more.
enum class Telling : std::uint8_t { by_ticket, on_paper, too_late };
Telling telling_of(const Site& site, const RecordSale& sale, Timestamp now);

// True if the meal was eaten long before we heard of it: the kitchen must not cook it again. So was one of an earlier
// date, and one that a clock states which nobody believes; but who is still to come at `due` waits for it.
bool is_late(const Site& site, const RecordSale& sale, Timestamp now);

}  // namespace canteen
