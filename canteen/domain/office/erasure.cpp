#include "canteen/domain/office/erasure.h"

#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/ledger/points_ledger.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

// The gift lapses.
void let_lapse(Events& events, MemberId record, Fen bonus, std::int64_t points) {
    std::vector<Posting> postings;
    post(postings, account_of(record, AccountKind::member_bonus), bonus);
    post(postings, {AccountKind::discount, ""}, -bonus);
    if (!postings.empty()) events.emplace_back(LedgerPosted{OrderId{}, std::move(postings)});
    auto lapsed = into_holding(record, -points, PointsAccountKind::lapsed);
    if (!lapsed.empty()) events.emplace_back(PointsPosted{OrderId{}, std::move(lapsed)});
}

}  // namespace

// The person's own money is paid out first, and a debt is not forgotten.
Outcome decide_erase_member(const Canteen& state, const EraseMember& command, Timestamp now) {
    if (auto refusal = check_is_open(state, command.member)) return *refusal;
    Events events;
    for (const auto record : records_of(*member_in(state, command.member))) {
        const Fen principal = -balance_of(state, account_of(record, AccountKind::member_principal));
        const Fen bonus = -balance_of(state, account_of(record, AccountKind::member_bonus));
        const std::int64_t points = points_of(state, record);
        if (principal != Fen{} || bonus < Fen{} || points < 0)
            return refuse(RejectionCode::balance_left,
                          {param("balance", (principal + bonus).value), param("points", points)});
        let_lapse(events, record, bonus, points);
        events.emplace_back(MemberErased{record, now});
    }
    return events;
}

}  // namespace canteen
