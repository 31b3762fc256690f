#include "canteen/domain/claims/orders_seen.h"

#include <algorithm>
#include <iterator>

namespace canteen {

OrdersSeen::Sale OrdersSeen::sale_of(const Order& order) const {
    const bool of_payer = std::ranges::any_of(order.granted, [&](const Share& share) {
        return share.scheme == payer_.scheme && share.payer == payer_.payer;
    });
    const auto& draft = order.draft;
    return {draft.member, order.device, draft.meal.date, of_payer && draft.shown.to_pay == Fen{}};
}

void OrdersSeen::add(const Event& event) {
    if (const auto* placed = std::get_if<OrderPlaced>(&event)) {
        holds_.erase(placed->order.draft.id);
        if (!placed->order.day_doubtful) count(sale_of(placed->order));
    } else if (const auto* dated = std::get_if<SaleDated>(&event)) {
        count(sale_of(dated->order));
    } else if (const auto* held = std::get_if<OrderHeld>(&event)) {
        holds_[held->order.draft.id] = sale_of(held->order);
    } else if (const auto* paid = std::get_if<OrderPaid>(&event)) {
        const auto hold = holds_.extract(paid->order);
        if (!hold.empty()) count(hold.mapped());
    } else if (const auto* expired = std::get_if<OrderExpired>(&event)) {
        holds_.erase(expired->order);
    } else if (const auto* cancelled = std::get_if<OrderCancelled>(&event)) {
        holds_.erase(cancelled->order);
    }
}

void OrdersSeen::count(const Sale& sale) {
    days_.insert(sale.date);
    if (sale.member.is_nil()) return;
    MemberSeen& seen = members_[sale.member];
    if (seen.orders++ == 0) seen.till = sale.till;
    if (sale.for_nothing) ++seen.for_nothing;
    if (sale.till != seen.till) seen.several_tills = true;
}

const MemberSeen* OrdersSeen::member(MemberId id) const {
    const auto found = members_.find(id);
    return found == members_.end() ? nullptr : &found->second;
}

std::uint32_t OrdersSeen::open_days(const ClaimPeriod& period) const {
    return static_cast<std::uint32_t>(std::distance(days_.lower_bound(period.first), days_.upper_bound(period.last)));
}

}  // namespace canteen
