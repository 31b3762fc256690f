#include "canteen/domain/office/stored_value.h"

#include <algorithm>

#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/ledger/points_ledger.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/office/volunteering.h"
#include "canteen/domain/order/line_checks.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

constexpr auto principal = AccountKind::member_principal;
constexpr auto bonus = AccountKind::member_bonus;

bool is_sum(Fen fen) {
    return fen >= Fen{} && fen <= max_stored_value;
}

// Posts without an order: the owner of the accounts says whose it is.
Events posted(std::vector<Posting> postings, std::string reference = "") {
    return {LedgerPosted{OrderId{}, std::move(postings), std::move(reference)}};
}

std::vector<Posting> given(MemberId member, Fen principal_fen, Fen bonus_fen) {
    std::vector<Posting> postings;
    post(postings, account_of(member, principal), -principal_fen);
    post(postings, account_of(member, bonus), -bonus_fen);
    return postings;
}

// Returns what is left of the bonus when the principal falls.
Fen bonus_kept(const Wallet& wallet, Fen paid_out) {
    const Fen whole = wallet.of(principal);
    return {wallet.of(bonus).value * (whole - paid_out).value / whole.value};
}

std::vector<Posting> booking_of(const TopUp& command, MemberId member) {
    auto postings = given(member, command.tender.amount, command.bonus);
    post(postings, account_of(command.tender.kind), command.tender.amount);
    post(postings, {AccountKind::discount, ""}, command.bonus);
    return postings;
}

// Books no fact of a till twice, whatever device states it.
Events stated(FactId id, Events events) {
    if (!id.is_nil()) events.insert(events.begin(), FactStated{id});
    return events;
}

void list(Events& events, ExceptionCode code, std::vector<Param> params = {}) {
    events.emplace_back(ExceptionListed{{code, OrderId{}, std::move(params)}});
}

// The money is in the till's drawer: it goes to the person's account, however full that is, or lies open if nobody
// knows the person.
Events state_top_up(const Canteen& state, const TopUp& fact) {
    if (!fact.id.is_nil() && is_stated(state, fact.id)) return {};
    const Member* person = person_in(state, fact.member);
    if (!person) {
        auto events = stated(fact.id, posted(booking_of_stray_money({fact.tender}), fact.tender.reference));
        list(events, ExceptionCode::member_unknown);
        return events;
    }
    auto events = stated(fact.id, posted(booking_of(fact, person->id), fact.tender.reference));
    if (person->id != fact.member) list(events, ExceptionCode::member_merged);
    const Fen held = wallet_of(state, person->id).total() + fact.tender.amount + fact.bonus;
    if (held > max_stored_value)
        list(events, ExceptionCode::balance_over,
             {param("balance", held.value), param("most", max_stored_value.value)});
    return events;
}

}  // namespace

Refusal check_room(const Wallet& wallet, Fen more) {
    if (wallet.total() + more <= max_stored_value) return {};
    return refuse(RejectionCode::account_full,
                  {param("balance", wallet.total().value), param("most", max_stored_value.value)});
}

Outcome decide_top_up(const Canteen& state, const TopUp& command) {
    const bool sound = is_sum(command.tender.amount) && is_sum(command.bonus) &&
                       command.tender.amount + command.bonus > Fen{} && is_money(command.tender.kind) &&
                       is_reference(command.tender.reference);
    if (command.taken_at) return sound ? state_top_up(state, command) : Outcome{refuse(RejectionCode::amount_invalid)};
    if (auto refusal = check_is_open(state, command.member)) return *refusal;
    if (!sound) return refuse(RejectionCode::amount_invalid);
    if (auto refusal = check_room(wallet_of(state, command.member), command.tender.amount + command.bonus))
        return *refusal;
    return posted(booking_of(command, command.member), command.tender.reference);
}

Outcome decide_pay_out(const Canteen& state, const PayOut& command, Timestamp now) {
    if (!command.id.is_nil() && is_stated(state, command.id)) return Events{};
    if (command.answer_by && now > *command.answer_by) return refuse(RejectionCode::ask_expired);
    // Money that an order gave back after its guest was erased is paid out all the same.
    if (!state.erased.contains(command.member))
        if (auto refusal = check_is_open(state, command.member)) return *refusal;
    const auto& [kind, fen, reference] = command.tender;
    if (!is_sum(fen) || fen == Fen{} || !is_money(kind) || !is_reference(reference))
        return refuse(RejectionCode::amount_invalid);
    const Wallet wallet = wallet_of(state, command.member);
    if (fen > wallet.of(principal))
        return refuse(RejectionCode::account_short, {param("balance", wallet.of(principal).value)});
    if (kind == TenderKind::cash && wallet.of(principal) > max_cash_pay_out)
        return refuse(RejectionCode::not_in_cash, {param("most", max_cash_pay_out.value)});
    const Fen lapsed = wallet.of(bonus) - bonus_kept(wallet, fen);
    auto postings = given(command.member, -fen, -lapsed);
    post(postings, account_of(kind), -fen);
    post(postings, {AccountKind::discount, ""}, -lapsed);
    return stated(command.id, posted(std::move(postings), reference));
}

Outcome decide_transfer_balance(const Canteen& state, const TransferBalance& command) {
    for (const auto id : {command.from, command.to})
        if (auto refusal = check_is_open(state, id)) return *refusal;
    if (command.from == command.to) return refuse(RejectionCode::amount_invalid);
    const Wallet wallet = wallet_of(state, command.from);
    const std::int64_t points = points_of(state, command.from);
    if (wallet.total() == Fen{} && points == 0)
        return refuse(RejectionCode::account_short, {param("balance", std::int64_t{0})});
    if (auto refusal = check_room(wallet_of(state, command.to), wallet.total())) return *refusal;
    auto postings = given(command.from, -wallet.of(principal), -wallet.of(bonus));
    for (const auto& posting : given(command.to, wallet.of(principal), wallet.of(bonus)))
        post(postings, posting.account, posting.fen);
    Events events;
    if (!postings.empty()) events.emplace_back(LedgerPosted{OrderId{}, std::move(postings)});
    if (points != 0) events.emplace_back(PointsPosted{OrderId{}, from_holding_to(command.from, command.to, points)});
    return events;
}

Outcome decide_import_balances(const Canteen& state, const ImportBalances& command) {
    Events events;
    for (const auto& opening : command.balances) {
        const auto whose = param("number", opening.number);
        if (!member_in(state, opening.member)) return refuse(RejectionCode::member_unknown, {whose});
        if (auto refusal = check_is_open(state, opening.member)) return *refusal;
        if (!is_sum(opening.principal) || !is_sum(opening.bonus) || opening.points > max_points_held)
            return refuse(RejectionCode::amount_invalid, {whose});
        const bool has_money = wallet_of(state, opening.member).total() != Fen{};
        const bool has_points = points_of(state, opening.member) != 0;
        const Fen money = opening.principal + opening.bonus;
        if ((money > Fen{} && has_money) || (opening.points > 0 && has_points))
            return refuse(RejectionCode::account_in_use, {whose});
        if (auto refusal = check_room({}, money)) return *refusal;
        auto postings = given(opening.member, opening.principal, opening.bonus);
        post(postings, {AccountKind::opening, ""}, money);
        if (!postings.empty()) events.emplace_back(LedgerPosted{OrderId{}, std::move(postings)});
        auto points = into_holding(opening.member, opening.points, PointsAccountKind::opening);
        if (!points.empty()) events.emplace_back(PointsPosted{OrderId{}, std::move(points)});
    }
    if (events.empty()) return refuse(RejectionCode::nothing_to_import);
    return events;
}

Outcome decide_set_deduct_order(const Canteen& state, const SetDeductOrder& command) {
    const auto order = whole_deduct_order(command.order);
    const auto& usual = usual_deduct_order;
    const bool is_whole = std::is_permutation(order.begin(), order.end(), usual.begin(), usual.end());
    const auto stored = std::count_if(command.order.begin(), command.order.end(), is_stored_value);
    if (!is_whole || stored != 2) return refuse(RejectionCode::amount_invalid);
    if (order == state.deduct_order) return Events{};
    return Events{DeductOrderSet{order}};
}

}  // namespace canteen
