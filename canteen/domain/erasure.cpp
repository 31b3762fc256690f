#include "canteen/domain/erasure.h"

#include "canteen/domain/booking.h"
#include "canteen/domain/loaded.h"
#include "canteen/domain/points_ledger.h"
#include "canteen/domain/refusal.h"

namespace canteen {

// Money of his own is paid out first, and a debt is not forgotten; what was given lapses.
Outcome decide_erase_member(const Canteen& state, const EraseMember& command, Timestamp now) {
    const MemberId member = command.member;
    if (!member_in(state, member)) return refuse(RejectionCode::member_unknown);
    const Fen principal = -balance_of(state, account_of(member, AccountKind::member_principal));
    const Fen bonus = -balance_of(state, account_of(member, AccountKind::member_bonus));
    const std::int64_t points = points_of(state, member);
    if (principal != Fen{} || bonus < Fen{} || points < 0)
        return refuse(RejectionCode::balance_left,
                      {param("balance", (principal + bonus).value), param("points", points)});
    Events events;
    std::vector<Posting> postings;
    post(postings, account_of(member, AccountKind::member_bonus), bonus);
    post(postings, {AccountKind::discount, ""}, -bonus);
    if (!postings.empty()) events.emplace_back(LedgerPosted{OrderId{}, std::move(postings)});
    auto lapsed = into_holding(member, -points, PointsAccountKind::lapsed);
    if (!lapsed.empty()) events.emplace_back(PointsPosted{OrderId{}, std::move(lapsed)});
    events.emplace_back(MemberErased{member, now});
    return events;
}

}  // namespace canteen
