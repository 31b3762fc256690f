#include "canteen/domain/subsidy/carers.h"

#include <algorithm>
#include <set>

namespace canteen {

std::vector<MemberId> carers_on(const Member& member, Date date) {
    if (member.is_dead_on(date)) return {};
    std::set<MemberId> carers;
    for (const auto& carer : member.carers)
        if (!carer.member.is_nil() && carer.valid.contains(date)) carers.insert(carer.member);
    return {carers.begin(), carers.end()};
}

bool may_order(const Member* member, MemberId by, Date date) {
    if (by.is_nil()) return true;
    if (!member) return false;
    return by == member->id ||
           (!member->is_dead_on(date) &&
            std::any_of(member->carers.begin(), member->carers.end(),
                        [by, date](const Carer& carer) { return carer.member == by && carer.valid.contains(date); }));
}

}  // namespace canteen
