// Tells when guests last bought at this till, so that two of one name are told apart. One thread.
#pragma once

#include <map>
#include <vector>

#include "pos-client/outbox/outbox.h"

namespace canteen::till {

// How many of the last sales are looked through.
inline constexpr std::size_t visits_looked_through = 2'000;

struct LastVisit {
    Timestamp at;
    ServiceMode mode = ServiceMode::dine_in;
};

// Returns nothing for guests who did not buy here as far as the till's disk goes back. A sale taken back is no visit.
std::map<MemberId, LastVisit> last_visits(const Outbox& outbox, const std::vector<MemberId>& guests);

}  // namespace canteen::till
