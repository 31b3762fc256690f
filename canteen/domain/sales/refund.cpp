#include "canteen/domain/sales/refund.h"

#include <algorithm>

#include "canteen/domain/ledger/refund_booking.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/order/demand.h"
#include "canteen/domain/order/refund_remainder.h"
#include "canteen/domain/order/strike.h"
#include "canteen/domain/sales/correction.h"
#include "canteen/domain/sales/release.h"
#include "canteen/domain/sales/reprice.h"
#include "canteen/domain/sales/rights.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/own_things.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

const OrderLine* line_of(const Order& order, LineId id) {
    const auto& lines = order.draft.lines;
    const auto found = std::find_if(lines.begin(), lines.end(), [id](const OrderLine& l) { return l.id == id; });
    return found == lines.end() ? nullptr : &*found;
}

const Refunded* made(const Order& order, RefundId id) {
    const auto& refunds = order.refunds;
    const auto found = std::find_if(refunds.begin(), refunds.end(), [id](const Refunded& r) { return r.id == id; });
    return found == refunds.end() ? nullptr : &*found;
}

Refusal check_state(const Order& order) {
    if (is_taken_back(order)) return refuse(RejectionCode::nothing_left);
    if (order.state == OrderState::cancelled) return refuse(RejectionCode::order_cancelled);
    if (order.state == OrderState::expired) return refuse(RejectionCode::order_expired);
    if (!order.paid) return refuse(RejectionCode::not_paid);
    if (order.day_doubtful) return refuse(RejectionCode::day_not_said);
    return {};
}

// Each line once, and never more of it than is left.
Refusal check_lines(const Order& order, const std::vector<RefundLine>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const OrderLine* line = line_of(order, lines[i].line);
        const bool again = std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&](const RefundLine& l) { return l.line == lines[i].line; });
        const std::uint32_t left = line && !again ? amount_left(order, *line) : 0;
        if (lines[i].amount == 0 || lines[i].amount > left)
            return refuse(RejectionCode::refund_exceeds, {param("line", lines[i].line.value), param("left", left)});
    }
    return {};
}

// One refund on its way.
class Refunding {
public:
    Refunding(const Canteen& state, const Order& order, const Refund& ask, Timestamp now)
        : state_(state), order_(order), now_(now), refunded_{{}, {ask.id, ask.reason, now, ask.lines, {}, {}}, {}, {}} {
        refunded_.order = order.draft.id;
        for (const auto& part : ask.lines) parts_.push_back({as_left(part.line), part.amount});
    }

    Events events() {
        const auto lines = lines_after();
        if (lines.empty()) {
            take_all_back();
        } else {
            take_part_back(lines);
        }
        return std::move(events_);
    }

private:
    OrderLine as_left(LineId id) const {
        const OrderLine& line = *line_of(order_, id);
        return part_of(line, amount_left(order_, line));
    }

    // Empty: all of it goes back.
    std::vector<OrderLine> lines_after() const {
        std::vector<OrderLine> lines;
        if (parts_.empty()) return lines;
        for (const auto& line : order_.draft.lines) {
            std::uint32_t left = amount_left(order_, line);
            for (const auto& part : parts_)
                if (part.line.id == line.id) left -= part.amount;
            if (left != 0) lines.push_back(part_of(line, left));
        }
        return lines;
    }

    bool was_handed_over() const { return order_.state == OrderState::handed_over; }

    // Every posting is reversed, so that parts taken back one by one come to the same as the whole at once.
    void take_all_back() {
        const auto postings = reversal_of(order_.postings);
        refunded_.refund.back = paid_back_by(postings, order_.tenders);
        events_.emplace_back(refunded_);
        if (!was_handed_over()) {
            events_.emplace_back(OrderCancelled{order_.draft.id, now_});
            release(events_, state_, order_);
            return;
        }
        give_rights_back(events_, order_, {});
        if (!postings.empty()) events_.emplace_back(LedgerPosted{order_.draft.id, postings});
        give_points_back(events_, order_, order_.points);
    }

    void take_part_back(const std::vector<OrderLine>& lines) {
        auto repriced = reprice(state_, order_, lines);
        const auto postings = booking_of_refund(order_, repriced.left, repriced.granted);
        refunded_.refund.left = std::move(repriced.left);
        refunded_.refund.back = paid_back_by(postings, order_.tenders);
        refunded_.granted = std::move(repriced.granted);
        if (!was_handed_over()) refunded_.returned = returned();
        events_.emplace_back(refunded_);
        if (!was_handed_over()) change_kitchen_and_stock();
        give_rights_back(events_, order_, without_allowances(std::move(repriced.rights), postings));
        if (!postings.empty()) events_.emplace_back(LedgerPosted{order_.draft.id, postings});
        give_points_back(events_, order_, points_back(order_, postings));
    }

    // Never more than the order took: a till's menu may have counted a dish otherwise.
    std::vector<StockMove> returned() const {
        std::vector<StockMove> moves;
        const auto& menu = menu_in(state_, order_.draft.meal);
        if (!menu) return moves;
        OrderDraft draft = order_.draft;
        draft.lines.clear();
        for (const auto& part : parts_) draft.lines.push_back(part_of(part.line, part.amount));
        for (const auto& demand : demand_of(draft, *menu)) {
            const StockKey key{order_.draft.meal, demand.dish};
            const auto taken = std::find_if(order_.consumed.begin(), order_.consumed.end(),
                                            [&key](const StockMove& move) { return move.key == key; });
            if (taken == order_.consumed.end()) continue;
            stock_in(state_, key);  // must be loaded: its count is about to change
            moves.push_back({key, StockMoveKind::returned, std::min(demand.amount, taken->amount)});
        }
        return moves;
    }

    void change_kitchen_and_stock() {
        Striking striking;
        if (order_.ticket) striking = strike_out(*order_.ticket, parts_);
        for (const auto& move : refunded_.returned) {
            events_.emplace_back(StockMoved{move});
            const auto wasted = std::min(striking.cooked[move.key.dish], move.amount);
            if (wasted > 0) events_.emplace_back(StockMoved{{move.key, StockMoveKind::wasted, wasted}});
        }
        if (striking.lines.empty()) return;
        events_.emplace_back(TicketStruck{order_.draft.id, striking.lines});
        Ticket ticket = *order_.ticket;
        strike(ticket, striking.lines);
        // The dishes that are left came from the line and were handed over when they were paid.
        if (is_struck_out(ticket)) events_.emplace_back(OrderHandedOver{order_.draft.id, now_});
    }

    const Canteen& state_;
    const Order& order_;
    Timestamp now_;
    OrderRefunded refunded_;
    std::vector<TakenBack> parts_;  // empty: all that is left
    Events events_;
};

}  // namespace

Outcome decide_refund(const Canteen& state, const Actor& actor, const Refund& ask, Timestamp now) {
    const auto& order = order_in(state, ask.order);
    if (!order) return refuse(RejectionCode::order_unknown);
    if (is_other_tills(actor, *order)) return refuse(RejectionCode::other_tills_order);
    if (ask.reason == RefundReason::claim_rejected) return refuse(RejectionCode::amount_invalid);  // of claims alone
    if (const auto* known = made(*order, ask.id)) {
        if (known->lines == ask.lines) return Events{};
        return refuse(RejectionCode::refund_differs);
    }
    if (ask.answer_by && now > *ask.answer_by) return refuse(RejectionCode::ask_expired);
    if (auto refusal = check_state(*order)) return *refusal;
    const Order of_person = as_of_person(state, *order);
    if (ask.reason == RefundReason::correction) return correct(state, of_person, ask, now);
    if (auto refusal = check_lines(*order, ask.lines)) return *refusal;
    return Refunding(state, of_person, ask, now).events();
}

}  // namespace canteen
