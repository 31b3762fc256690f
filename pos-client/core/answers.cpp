// Applies an answer to the sale it is about.
#include <algorithm>
#include <utility>

#include "canteen/domain/state/of_shift.h"
#include "canteen/wire/client_codec.h"
#include "canteen/wire/protobuf_codec.h"
#include "pos-client/core/till.h"

namespace canteen::till {
namespace {

RefundId refund_in(const Entry& entry) {
    return std::get<Refund>(decode_command(entry.bytes).body).id;
}

}  // namespace

namespace {

// True for any exception but that the sale was taken back, which the cashier did themselves.
bool is_to_be_seen(const std::vector<Exception>& exceptions) {
    return std::any_of(exceptions.begin(), exceptions.end(),
                       [](const Exception& e) { return e.code != ExceptionCode::sale_taken_back; });
}

}  // namespace

void Till::on_answer(const Answer& answer, Timestamp now) {
    const auto entry = outbox_.entry_of(answer.device_seq);
    // An entry the server could not read may come back without its id.
    if (!entry || (entry->command != answer.command && !answer.command.is_nil())) return;
    Settled settled;
    settled.answer = ProtobufCodec().encode_answer(answer);
    settled.at = now;
    if (const auto* committed = std::get_if<Committed>(&answer.outcome)) {
        settled.committed_seq = committed->seq;
        settled.comes_again = entry->kind == EntryKind::ask || entry->kind == EntryKind::statement;
        // This money was not given to the guest: the cashier had stopped waiting.
        const bool unheard = entry->kind == EntryKind::refund && awaited_refunds_.erase(entry->command) == 0 &&
                             !outbox_.was_committed(entry->device_seq);
        settled.notice = unheard || is_to_be_seen(committed->exceptions);
        on_committed(*entry, *committed);
    } else {
        settled.state = EntryState::refused;
        settled.notice = on_refused(*entry, std::get<Rejection>(answer.outcome), now);
    }
    outbox_.settle(answer.device_seq, settled);
}

void Till::on_committed(const Entry& entry, const Committed& committed) {
    if (entry.kind == EntryKind::cancellation || entry.kind == EntryKind::taken_back) {
        outbox_.set_state(entry.order, SaleState::cancelled);
        news_.emplace_back(CancelCommitted{entry.order, entry.command, committed.seq});
        return;
    }
    if (entry.kind >= EntryKind::shift_open) {
        news_.emplace_back(
            FactCommitted{entry.kind, entry.order.bytes, entry.command, committed.seq, committed.exceptions});
        return;
    }
    if (entry.kind == EntryKind::refund) {
        news_.emplace_back(RefundCommitted{entry.order, refund_in(entry), committed.seq, committed.paid_back});
        return;
    }
    asks_.erase(entry.order);
    const auto order = outbox_.order(entry.order);
    if (order && order->state != SaleState::cancelled) outbox_.set_state(entry.order, SaleState::sold);
    news_.emplace_back(SaleCommitted{entry.order, committed.seq, committed.exceptions});
}

bool Till::on_refused(const Entry& entry, const Rejection& why, Timestamp now) {
    switch (entry.kind) {
        case EntryKind::ask:
            return on_ask_refused(entry, why, now);
        case EntryKind::statement:
            news_.emplace_back(SaleRefused{entry.order, why});
            return true;
        case EntryKind::cancellation:
        case EntryKind::taken_back:
            return on_cancel_refused(entry, why, now);
        case EntryKind::refund:
            return on_refund_refused(entry, why, now);
        default:
            return on_fact_refused(entry, why, now);
    }
}

// Takes nothing back of an order whose ask never took effect and which was never stated. Takes one that a restored
// server had cancelled before back again, behind its late statement: the guest has their money.
bool Till::on_cancel_refused(const Entry& entry, const Rejection& why, Timestamp now) {
    const bool is_forgotten = why.code == RejectionCode::already_handed_over && outbox_.was_committed(entry.device_seq);
    if (const auto sale = is_forgotten ? outbox_.sale_of(entry.order) : std::nullopt) {
        take_back(*sale, shift_of(decode_command(entry.bytes).body), now);
        return false;
    }
    if (why.code == RejectionCode::order_unknown && !outbox_.has_statement(entry.order)) {
        outbox_.set_state(entry.order, SaleState::cancelled);
        news_.emplace_back(CancelCommitted{entry.order, entry.command, 0});
        return false;
    }
    const auto order = outbox_.order(entry.order);
    const bool stands = why.code != RejectionCode::order_cancelled;  // otherwise an earlier cancellation took it back
    if (stands && order && order->state == SaleState::cancelled) outbox_.set_state(entry.order, SaleState::sold);
    news_.emplace_back(CancelRefused{entry.order, entry.command, why});
    return true;
}

// Asks again for a refund that the server had made before it was restored from a backup, behind the statement of its
// sale, under the same refund id and at any time: the guest has their money.
bool Till::on_refund_refused(const Entry& entry, const Rejection& why, Timestamp now) {
    const bool awaited = awaited_refunds_.erase(entry.command) > 0;
    const bool is_forgotten = why.code == RejectionCode::ask_expired || why.code == RejectionCode::order_unknown;
    if (is_forgotten && outbox_.was_committed(entry.device_seq)) {
        auto again = decode_command(entry.bytes);
        std::get<Refund>(again.body).answer_by.reset();
        again.id = new_id<CommandId>(clock_.server_time(now), random_);
        outbox_.append({again.id, entry.order, EntryKind::refund, encode_command(again), now});
        awaited_refunds_.insert(again.id);
        take(upstream_.on_queued(now), now);
        return false;
    }
    news_.emplace_back(RefundRefused{entry.order, refund_in(entry), why});
    return !awaited && why.code != RejectionCode::ask_expired;
}

// Asks again for a pay-out that the server had made before it was restored from a backup, as for a refund.
bool Till::on_fact_refused(const Entry& entry, const Rejection& why, Timestamp now) {
    const bool was_paid = entry.kind == EntryKind::pay_out && outbox_.was_committed(entry.device_seq);
    if (was_paid && why.code == RejectionCode::ask_expired) {
        auto again = decode_command(entry.bytes);
        std::get<PayOut>(again.body).answer_by.reset();
        again.id = new_id<CommandId>(clock_.server_time(now), random_);
        outbox_.append({again.id, entry.order, entry.kind, encode_command(again), now});
        take(upstream_.on_queued(now), now);
        return false;
    }
    news_.emplace_back(FactRefused{entry.kind, entry.order.bytes, entry.command, why});
    return true;
}

// States a sale that was made, or that nobody can have decided in time; a statement under way decides by itself.
bool Till::on_ask_refused(const Entry& entry, const Rejection& why, Timestamp now) {
    const auto order = outbox_.order(entry.order);
    const bool awaited = asks_.erase(entry.order) > 0;
    if (!order || outbox_.has_statement(entry.order)) return false;
    if (order->state == SaleState::refused || order->state == SaleState::cancelled) return false;
    if (order->state == SaleState::sold || why.code == RejectionCode::ask_expired) {
        state_sale(entry, now);
        return false;
    }
    outbox_.set_state(entry.order, SaleState::refused);
    news_.emplace_back(SaleRefused{entry.order, why});
    return !awaited;
}

void Till::give_up_asks(Timestamp now) {
    for (auto ask = asks_.begin(); ask != asks_.end();) {
        if (now < ask->second.give_up_at) {
            ++ask;
            continue;
        }
        const auto entry = outbox_.entry_of(ask->second.command);
        ask = asks_.erase(ask);
        if (!entry) continue;
        const auto asked = std::get<PlaceOrder>(decode_command(entry->bytes).body);
        if (auto beyond = check_accounts(asked.order, asked.tenders, from_accounts(asked.tenders))) {
            // The cashier asks for money instead; if the server took from the accounts, it gives that back.
            take_back(*entry, asked.shift, now);
            news_.emplace_back(SaleRefused{entry->order, *std::move(beyond)});
        } else {
            state_sale(*entry, now);
        }
    }
}

void Till::state_sale(const Entry& ask, Timestamp now) {
    const auto order = outbox_.order(ask.order);
    // The sale was taken back before it was known to be accepted: whatever became of the ask, the cancellation behind
    // it answers.
    if (order && order->state == SaleState::asked && outbox_.has_cancellation(ask.order))
        return outbox_.set_state(ask.order, SaleState::cancelled);
    const auto command = decode_command(ask.bytes);
    const auto& asked = std::get<PlaceOrder>(command.body);
    const auto sold_at = order ? order->sold_at : clock_.server_time(now);
    RecordSale sale{asked.order, asked.tenders, sold_at, false};
    sale.shift = asked.shift;
    sale.kitchen_told = asked.kitchen_told || tells_kitchen_;
    const Command statement{new_id<CommandId>(clock_.server_time(now), random_), std::move(sale), command.person};
    outbox_.append(
        {statement.id, ask.order, EntryKind::statement, encode_command(statement), now, {}, SaleState::sold});
    news_.emplace_back(SaleStated{ask.order});
    take(upstream_.on_queued(now), now);
}

}  // namespace canteen::till
