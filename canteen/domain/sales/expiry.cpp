#include "canteen/domain/sales/expiry.h"

#include "canteen/domain/sales/release.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

// Up to `most` orders whose time has come by `until`, the oldest first.
std::vector<OrderId> due(const std::map<Timestamp, std::set<OrderId>>& by_time, Timestamp until, std::size_t most) {
    std::vector<OrderId> orders;
    for (const auto& [time, ids] : by_time) {
        if (time > until) break;
        for (const OrderId id : ids) {
            if (orders.size() == most) return orders;
            orders.push_back(id);
        }
    }
    return orders;
}

}  // namespace

Events end_overdue(const Canteen& state, Timestamp now) {
    Events events;
    for (const OrderId id : due(state.expiries, now, max_expired_per_tick)) {
        events.emplace_back(OrderExpired{id, now});
        release(events, state, order_in(state, id).value());
    }
    for (const OrderId id : due(state.ready_since, now - state.site.keep_ready_for, max_handed_over_per_tick))
        events.emplace_back(OrderHandedOver{id, now});
    return events;
}

}  // namespace canteen
