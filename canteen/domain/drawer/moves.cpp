#include "canteen/domain/drawer/moves.h"

#include <utility>

#include "canteen/domain/base/text.h"
#include "canteen/domain/drawer/drawer_account.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

bool is_sum_of(DrawerMoveKind kind, Fen fen) {
    if (kind == DrawerMoveKind::no_sale) return fen == Fen{};
    return Fen{} < fen && fen <= max_drawer_sum;
}

// Returns the cash that goes into the drawer; negative: out of it.
Fen into_drawer(const MoveDrawer& fact) {
    return fact.kind == DrawerMoveKind::pay_in ? fact.fen : -fact.fen;
}

}  // namespace

Outcome decide_move_drawer(const Canteen& state, const Actor& actor, const MoveDrawer& fact) {
    if (!is_sum_of(fact.kind, fact.fen)) return refuse(RejectionCode::amount_invalid);
    if (fact.reason.size() > max_move_reason_bytes)
        return refuse(RejectionCode::text_invalid, {param("what", "reason")});
    if (is_stated(state, fact.id)) return Events{};
    Events events{FactStated{fact.id},
                  DrawerMoved{{fact.id, fact.shift, actor.device, fact.kind, fact.fen, fact.reason, fact.at}}};
    const auto other = fact.kind == DrawerMoveKind::safe_drop ? AccountKind::safe : AccountKind::petty;
    std::vector<Posting> postings;
    post(postings, drawer_of(actor.device), into_drawer(fact));
    post(postings, {other, ""}, -into_drawer(fact));
    if (!postings.empty()) events.emplace_back(LedgerPosted{OrderId{}, std::move(postings)});
    return events;
}

}  // namespace canteen
