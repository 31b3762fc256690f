// Serves a member beside selling: money in and out of their account, and their cards.
#include <algorithm>

#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/order/line_checks.h"
#include "canteen/wire/client_codec.h"
#include "pos-client/core/till.h"

namespace canteen::till {
namespace {

// Returns the meal that a top-up counts to: the one being served, or that was last.
Meal meal_at(const Replica& replica, Timestamp server_now) {
    const auto* menu = replica.menu_at(server_now);
    return menu ? menu->meal : Meal{date_at_site(server_now), MealSlot::lunch};
}

Refusal check_tender(const Tender& tender) {
    const bool is_sum = Fen{} < tender.amount && tender.amount <= max_top_up;
    if (is_sum && is_money(tender.kind) && tender.kind != TenderKind::bank && is_reference(tender.reference)) return {};
    return canteen::refuse(RejectionCode::amount_invalid);
}

}  // namespace

// Counts what was taken in the meal though the server has it by now: a line that comes and goes opens no second bound.
Refusal Till::check_top_up(Fen fen, Meal meal) const {
    const Fen left = most_top_ups_offline - outbox_.topped_up_without_server(meal);
    if (fen <= std::min(most_top_up_offline, left)) return {};
    return canteen::refuse(RejectionCode::top_up_limit,
                           {param("most", most_top_up_offline.value), param("left", std::max(left, Fen{}).value)});
}

std::variant<FactId, Rejection> Till::top_up(MemberId member, const Tender& tender, Timestamp now) {
    if (auto wrong = check_tender(tender)) return *std::move(wrong);
    const auto server_now = clock_.server_time(now);
    const auto meal = meal_at(replica_, server_now);
    const bool is_offline = !upstream_.can_ask();
    if (auto beyond = is_offline ? check_top_up(tender.amount, meal) : std::nullopt) return *std::move(beyond);
    const TopUp fact{member, tender, {}, new_id<FactId>(server_now, random_), server_now, shift()};
    const auto command = command_of(fact, now);
    outbox_.append({command.id,
                    OrderId{fact.id.bytes},
                    EntryKind::top_up,
                    encode_command(command),
                    now,
                    {},
                    {},
                    OwnTopUp{member, meal, tender.amount, is_offline}});
    take(upstream_.on_queued(now), now);
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
