#include "canteen/domain/drawer/shifts.h"

#include <algorithm>
#include <utility>

#include "canteen/domain/base/hex.h"
#include "canteen/domain/drawer/drawer_account.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

bool is_sum(Fen fen) {
    return Fen{} <= fen && fen <= max_drawer_sum;
}

// The notes, if any were told, come to the sum.
bool is_sound(const CashCount& count) {
    if (!is_sum(count.fen) || count.notes.size() > max_note_kinds) return false;
    Fen sum;
    for (const auto& [note, many] : count.notes) {
        if (note <= Fen{} || !is_sum(note) || many > max_drawer_sum.value) return false;
        sum += note * std::int64_t{many};
        if (!is_sum(sum)) return false;
    }
    return count.notes.empty() || sum == count.fen;
}

// Brings the drawer to what was counted, by the other account.
void post_count(Events& events, ShiftId shift, DeviceId till, Fen counted, Fen booked, AccountKind other) {
    std::vector<Posting> postings;
    post(postings, drawer_of(till), counted - booked);
    post(postings, {other, ""}, booked - counted);
    if (!postings.empty()) events.emplace_back(LedgerPosted{OrderId{}, std::move(postings), "", shift});
}

void list(Events& events, ExceptionCode code, std::vector<Param> params) {
    events.emplace_back(ExceptionListed{{code, OrderId{}, std::move(params)}});
}

void open(Events& events, DeviceId till, const OpenShift& fact, Fen booked) {
    events.emplace_back(ShiftOpened{{fact.id, till, fact.cashier, fact.at, fact.counted}});
    post_count(events, fact.id, till, fact.counted.fen, booked, AccountKind::safe);
}

}  // namespace

Outcome decide_open_shift(const Canteen& state, const Actor& actor, const OpenShift& fact) {
    if (!is_sound(fact.counted)) return refuse(RejectionCode::amount_invalid);
    if (shift_in(state, fact.id)) return Events{};
    Events events;
    open(events, actor.device, fact, in_drawer(state, actor.device));
    if (const auto last = state.open_shifts.find(actor.device); last != state.open_shifts.end())
        list(events, ExceptionCode::shift_overlaps, {param("shift", to_hex(last->second.id.bytes))});
    return events;
}

Outcome decide_close_shift(const Canteen& state, const Actor& actor, const CloseShift& fact) {
    if (!is_sound(fact.counted)) return refuse(RejectionCode::amount_invalid);
    const auto& known = shift_in(state, fact.id);
    if (known && known->closing) {
        if (!fact.next) return Events{};
        return decide_open_shift(state, actor, {fact.next->id, fact.next->cashier, fact.counted, fact.at});
    }
    const Fen booked = in_drawer(state, actor.device);
    Events events{ShiftClosed{fact.id, actor.device, {fact.at, fact.counted, booked, fact.open_orders}}};
    post_count(events, fact.id, actor.device, fact.counted.fen, booked, AccountKind::cash_difference);
    if (!known) list(events, ExceptionCode::shift_unknown, {param("shift", to_hex(fact.id.bytes))});
    if (fact.expected != booked)
        list(events, ExceptionCode::drawer_differs, {param("till", fact.expected.value), param("books", booked.value)});
    if (fact.next && !shift_in(state, fact.next->id))
        open(events, actor.device, {fact.next->id, fact.next->cashier, fact.counted, fact.at}, fact.counted.fen);
    return events;
}

}  // namespace canteen
