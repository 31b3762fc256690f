// Serves a member beside selling: money in and out of their account, and their cards.
#include <limits>

#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/order/line_checks.h"
#include "canteen/wire/client_codec.h"
#include "pos-client/core/till.h"

namespace canteen::till {
namespace {

// Top-ups that the server does not know of yet.
Fen waiting_top_ups(const Outbox& outbox) {
    Fen sum;
    for (const auto& entry : outbox.queued(std::numeric_limits<std::int64_t>::max())) {
        if (entry.kind != EntryKind::top_up) continue;
        sum += std::get<TopUp>(decode_command(entry.bytes).body).tender.amount;
    }
    return sum;
}

Refusal check_tender(const Tender& tender) {
    const bool is_sum = Fen{} < tender.amount && tender.amount <= max_top_up;
    if (is_sum && is_money(tender.kind) && tender.kind != TenderKind::bank && is_reference(tender.reference)) return {};
    return canteen::refuse(RejectionCode::amount_invalid);
}

}  // namespace

std::variant<FactId, Rejection> Till::top_up(MemberId member, const Tender& tender, Timestamp now) {
    if (auto wrong = check_tender(tender)) return *std::move(wrong);
    if (!upstream_.can_ask()) {
        const Fen waiting = waiting_top_ups(outbox_);
        if (tender.amount > most_top_up_offline || waiting + tender.amount > most_top_ups_waiting)
            return canteen::refuse(
                RejectionCode::top_up_limit,
                {param("most", most_top_up_offline.value), param("left", (most_top_ups_waiting - waiting).value)});
    }
    const auto server_now = clock_.server_time(now);
    const TopUp fact{member, tender, {}, new_id<FactId>(server_now, random_), server_now, shift()};
    state(EntryKind::top_up, fact.id.bytes, fact, now);
    return fact.id;
}

std::optional<FactId> Till::pay_out(MemberId member, const Tender& tender, Timestamp now, StaffId second) {
    if (!upstream_.can_ask()) return std::nullopt;
    const auto server_now = clock_.server_time(now);
    const PayOut ask{member, tender, new_id<FactId>(server_now, random_), server_now + till_answer_wait * clock_.pace(),
                     shift()};
    state(EntryKind::pay_out, ask.id.bytes, ask, now, {}, second);
    return ask.id;
}

std::optional<CommandId> Till::issue_card(MemberId member, const std::string& card, const std::string& replaces,
                                          Timestamp now, StaffId second) {
    if (!upstream_.can_ask()) return std::nullopt;
    return state(EntryKind::card, member.bytes, IssueCard{member, card, replaces}, now, {}, second);
}

CommandId Till::add_found(const StockKey& dish, std::uint32_t amount, Timestamp now) {
    const auto id = new_id<FactId>(clock_.server_time(now), random_);
    return state(EntryKind::found, id.bytes, AddPortions{dish, StockMoveKind::found, amount}, now);
}

CommandId Till::report_card_lost(MemberId member, const std::string& card, Timestamp now) {
    replica_.stop_card(card);
    return state(EntryKind::card, member.bytes, ReportCardLost{member, card}, now,
                 {{stopped_cards_name, text_of_cards(replica_.stopped_cards())}});
}

}  // namespace canteen::till
