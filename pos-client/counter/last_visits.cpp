#include "pos-client/counter/last_visits.h"

#include <algorithm>

#include "pos-client/counter/giving_back.h"

namespace canteen::till {

std::map<MemberId, LastVisit> last_visits(const Outbox& outbox, const std::vector<MemberId>& guests) {
    std::map<MemberId, LastVisit> visits;
    if (guests.empty()) return visits;
    for (const auto& order : outbox.orders({.most = visits_looked_through})) {
        if (visits.size() == guests.size()) break;
        if (order.state != SaleState::sold) continue;
        const auto sale = sale_kept_of(outbox, order.id);
        if (!sale || std::ranges::find(guests, sale->draft.member) == guests.end()) continue;
        visits.try_emplace(sale->draft.member, LastVisit{order.sold_at, sale->draft.mode});
    }
    return visits;
}

}  // namespace canteen::till
