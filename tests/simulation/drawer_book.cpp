#include "tests/simulation/drawer_book.h"

#include <utility>

#include "canteen/domain/base/hex.h"
#include "canteen/domain/ledger/paying.h"
#include "pos-client/core/till.h"
#include "pos-client/till/offline_accounts.h"
#include "tests/simulation/server_process.h"

namespace canteen::simulation {

using till::EntryKind;

void DrawerBook::move(DeviceId till, Fen fen, const char* why) {
    drawers_[till] += fen;
    world_.tell("drawer " + to_hex(till.bytes).substr(30) + " holds " + std::to_string(drawers_[till].value) +
                " after " + why);
}

void DrawerBook::on_fact(BookedFact fact) {
    const auto id = std::pair(fact.kind, fact.id);
    if (fact.kind == EntryKind::shift_close) fact.expected = drawers_[fact.till];
    if (fact.kind == EntryKind::shift_open || fact.kind == EntryKind::shift_close) {
        move(fact.till, fact.fen - drawers_[fact.till], "a count");  // it is believed
    } else if (fact.kind != EntryKind::pay_out && fact.in_cash) {
        move(fact.till, fact.fen, fact.kind == EntryKind::top_up ? "a top-up" : "a move");
    }
    // A till that went back to an older file may end a shift a second time.
    const auto [known, is_new] = facts_.emplace(id, fact);
    if (!is_new && !known->second.was_forgotten) find("a fact has the id of another");
}

void DrawerBook::check_top_ups_waiting(DeviceId till) {
    Fen waiting;
    for (const auto& [id, fact] : facts_)
        if (fact.kind == EntryKind::top_up && fact.till == till && !fact.was_heard) waiting += fact.fen;
    if (!was_older(till) && waiting > till::most_top_ups_offline) find("a till passed its bound on top-ups");
}

void DrawerBook::on_sale(SaleMoney sale, bool is_asked) {
    const auto id = sale.draft.id;
    check_right(sale);
    sales_[id] = std::move(sale);
    if (is_asked) return;
    take(id);
    state(id);
}

// A till by itself gives no guest more than once what is given once a day.
void DrawerBook::check_right(const SaleMoney& sale) {
    if (sale.draft.member.is_nil() || sale.draft.shown.shares.empty() || was_older(sale.till)) return;
    for (const auto& [id, other] : sales_)
        if (other.till == sale.till && other.draft.member == sale.draft.member && !other.draft.shown.shares.empty() &&
            !other.was_undone)
            find("a till gave a guest the same right twice");
}

void DrawerBook::check_account_bound(const SaleMoney& stated) {
    till::TakenFromAccounts taken;
    for (const auto& [id, sale] : sales_) {
        const Fen fen = till::from_accounts(sale.tenders);
        if (sale.till != stated.till || sale.draft.meal != stated.draft.meal || !sale.was_stated || sale.was_undone)
            continue;
        if (fen == Fen{}) continue;
        ++taken.sales;
        taken.sum += fen;
    }
    if (taken.sales > offline_bound.most_sales || taken.sum > offline_bound.most_sum)
        find("a till took more from accounts than it may without the server");
}

void DrawerBook::take(OrderId order) {
    const auto sale = sales_.find(order);
    if (sale == sales_.end() || sale->second.was_undone || std::exchange(sale->second.was_taken, true)) return;
    move(sale->second.till, sum_of(sale->second.tenders, TenderKind::cash), "a sale");
}

// A till that speaks to an older server is told no bound, and one that was older has forgotten what it took.
void DrawerBook::state(OrderId order) {
    const auto sale = sales_.find(order);
    if (sale == sales_.end() || std::exchange(sale->second.was_stated, true)) return;
    const bool has_accounts = till::from_accounts(sale->second.tenders) != Fen{};
    if (has_accounts && !was_older(sale->second.till) && !world_.faults.contains(Fault::older_protocol))
        check_account_bound(sale->second);
}

void DrawerBook::undo(OrderId order) {
    const auto sale = sales_.find(order);
    if (sale != sales_.end()) sale->second.was_undone = true;
}

void DrawerBook::give_back(OrderId order) {
    const auto sale = sales_.find(order);
    if (sale == sales_.end() || std::exchange(sale->second.was_undone, true)) return;
    if (sale->second.was_taken) move(sale->second.till, -sum_of(sale->second.tenders, TenderKind::cash), "taken back");
}

void DrawerBook::pay_back(DeviceId till, ShiftId shift, const till::RefundCommitted& refund) {
    undo(refund.order);
    if (refunds_.insert(refund.refund).second && refund_asked_in_[refund.order] == shift)
        move(till, -sum_of(refund.paid_back, TenderKind::cash), "a refund");
}

void DrawerBook::hear(DeviceId till, ShiftId shift, const till::FactCommitted& news) {
    const auto fact = facts_.find({news.kind, news.id});
    if (fact == facts_.end() || std::exchange(fact->second.was_heard, true)) return;
    if (news.kind == EntryKind::pay_out && fact->second.shift == shift) move(till, -fact->second.fen, "a pay-out");
}

void DrawerBook::on_news(DeviceId till, ShiftId shift, const till::News& news, bool is_alone) {
    if (const auto* n = std::get_if<till::SaleCommitted>(&news)) take(n->order);
    if (const auto* n = std::get_if<till::SaleStated>(&news)) {
        take(n->order);
        if (is_alone) state(n->order);
    }
    if (const auto* n = std::get_if<till::SaleRefused>(&news)) undo(n->order);
    if (const auto* n = std::get_if<till::CancelCommitted>(&news)) give_back(n->order);
    if (const auto* n = std::get_if<till::RefundCommitted>(&news)) pay_back(till, shift, *n);
    if (const auto* n = std::get_if<till::FactCommitted>(&news)) hear(till, shift, *n);
    if (const auto* n = std::get_if<till::FactRefused>(&news); n && n->kind != EntryKind::pay_out)
        find("a fact was refused: " + std::string(name_of(n->why.code)));
}

void DrawerBook::forget(DeviceId till, const till::Entry& entry) {
    if (const auto fact = facts_.find({entry.kind, entry.order.bytes}); fact != facts_.end())
        fact->second.was_forgotten = true;
    // A hand-over opens a shift without an entry of its own.
    if (entry.kind == EntryKind::shift_close)
        for (auto& [id, fact] : facts_)
            if (fact.till == till && fact.kind == EntryKind::shift_open) fact.was_forgotten = true;
}

Fen DrawerBook::in_drawer(DeviceId till) const {
    const auto drawer = drawers_.find(till);
    return drawer == drawers_.end() ? Fen{} : drawer->second;
}

}  // namespace canteen::simulation
