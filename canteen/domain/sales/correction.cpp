#include "canteen/domain/sales/correction.h"

#include <algorithm>

#include "canteen/domain/ledger/refund_booking.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/model/share.h"
#include "canteen/domain/order/refund_remainder.h"
#include "canteen/domain/sales/quote.h"
#include "canteen/domain/sales/rights.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

OrderDraft left_of(const Order& order) {
    OrderDraft draft = order.draft;
    draft.lines = lines_left(order);
    draft.shown.fee = sums_now(order).fee;
    return draft;
}

// Prices what is left of the order by the facts, schemes and uses of now, as if it held no right yet.
Quote quote_now(const Canteen& state, const Order& order) {
    const auto& menu = menu_in(state, order.draft.meal);
    return quote_by_uses(state, left_of(order), menu ? &*menu : nullptr, uses_without(state, order));
}

// Returns what each payer who gave would give now. Which meal of the day it was is judged by the meals before it and,
// if that gives more, by all: a later meal speaks against no earlier one.
std::vector<Share> borne_out_now(const Canteen& state, const Order& order) {
    const auto& menu = menu_in(state, order.draft.meal);
    const auto by_all = quote_now(state, order).sums.shares;
    const auto by_earlier =
        quote_by_uses(state, left_of(order), menu ? &*menu : nullptr, uses_before(state, order)).sums.shares;
    auto shares = order.granted;
    for (auto& share : shares) share.fen = std::max(share_in(by_all, share), share_in(by_earlier, share));
    return shares;
}

bool may_be_corrected(const Order& order, MemberId member) {
    const bool ended = order.state == OrderState::cancelled || order.state == OrderState::expired;
    return order.paid && !ended && order.draft.member == member && !order.granted.empty();
}

void propose(Events& events, const Canteen& state, const Order& order) {
    const auto borne_out = borne_out_now(state, order);
    for (const auto& share : order.granted) {
        const Fen excess = share.fen - share_in(borne_out, share);
        if (excess <= Fen{}) continue;
        events.emplace_back(ExceptionListed{
            {ExceptionCode::correction_proposed,
             order.draft.id,
             {param("date", to_string(order.draft.meal.date)), param("number", to_string(order.draft.pickup)),
              param("scheme", share.scheme), param("payer", share.payer), param("fen", excess.value)}}});
    }
}

// Budgets of one payer name the payer behind the scheme.
bool hangs_on(const UsedRight& right, const Share& share) {
    return right.key.scheme == share.scheme || right.key.scheme == share.scheme + "/" + share.payer;
}

bool is_touched(const UsedRight& right, const Order& order, const std::vector<Share>& granted) {
    return std::any_of(order.granted.begin(), order.granted.end(), [&](const Share& share) {
        return hangs_on(right, share) && share_in(granted, share) != share.fen;
    });
}

// As far as a share it hangs on is left.
void keep_by_shares(std::vector<UsedRight>& kept, UsedRight right, const std::vector<Share>& granted) {
    Fen left;
    for (const auto& share : granted)
        if (hangs_on(right, share)) left += share.fen;
    if (right.ordinal == 0) right.fen = std::min(right.fen, left);
    if (left > Fen{}) kept.push_back(std::move(right));
}

// The sheet is of now: it may not know a scheme any more whose shares are left.
std::vector<UsedRight> rights_kept_of(const Order& order, const RightSheet& sheet, const std::vector<Share>& granted) {
    const auto is_known = [&sheet](const UsedRight& right) {
        return std::any_of(sheet.schemes.begin(), sheet.schemes.end(), [&right](const SheetScheme& scheme) {
            return right.key.scheme == scheme.scheme || right.key.scheme.starts_with(scheme.scheme + "/");
        });
    };
    std::vector<UsedRight> kept;
    for (const auto& right : order.rights) {
        if (!is_touched(right, order, granted)) {
            kept.push_back(right);
        } else if (!is_known(right)) {
            keep_by_shares(kept, right, granted);
        } else {
            for (auto& still : rights_kept({right}, sheet, granted)) kept.push_back(std::move(still));
        }
    }
    return kept;
}

}  // namespace

Outcome decide_propose_corrections(const Canteen& state, const ProposeCorrections& command) {
    if (auto refusal = check_is_open(state, command.member)) return *refusal;
    if (command.orders.size() > max_proposed_orders) return refuse(RejectionCode::amount_invalid);
    Events events;
    for (const auto id : command.orders) {
        const auto& known = order_in(state, id);
        if (!known) continue;
        const Order order = as_of_person(state, *known);
        if (may_be_corrected(order, command.member)) propose(events, state, order);
    }
    if (events.empty()) return refuse(RejectionCode::nothing_to_correct);
    return events;
}

Outcome correct(const Canteen& state, const Order& order, const Refund& ask, Timestamp now) {
    // No fact is known of an erased person that could speak against the meal.
    if (!order.draft.member.is_nil() && !member_in(state, order.draft.member))
        return refuse(RejectionCode::nothing_to_correct);
    auto granted = capped(order.granted, borne_out_now(state, order));
    if (!ask.lines.empty() || granted == order.granted) return refuse(RejectionCode::nothing_to_correct);
    return bear_instead(state, order, {ask.id, ask.reason, now, {}, {}, {}}, std::move(granted));
}

Events bear_instead(const Canteen& state, const Order& order, Refunded refund, std::vector<Share> granted) {
    const Sums& left = sums_now(order);
    auto postings = booking_of_refund(order, left, granted);
    const auto kept = rights_kept_of(order, quote_now(state, order).sheet, granted);
    refund.left = left;
    Events events{OrderRefunded{order.draft.id, std::move(refund), std::move(granted), {}}};
    give_rights_back(events, order, kept);
    if (!postings.empty()) events.emplace_back(LedgerPosted{order.draft.id, std::move(postings)});
    return events;
}

}  // namespace canteen
