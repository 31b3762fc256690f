#include "pos-client/page/shift_slips.h"

#include "canteen/domain/base/hex.h"
#include "pos-client/page/shift_desk.h"
#include "pos-client/page/slip_maker.h"

namespace canteen::till {
namespace {

constexpr std::size_t most_unsent_on_paper = 40;

SlipMove move_of(DrawerMoveKind kind) {
    switch (kind) {
        case DrawerMoveKind::pay_in:
            return SlipMove::pay_in;
        case DrawerMoveKind::pay_out:
            return SlipMove::pay_out;
        case DrawerMoveKind::safe_drop:
            return SlipMove::safe_drop;
        case DrawerMoveKind::no_sale:
            return SlipMove::no_sale;
    }
    return SlipMove::no_sale;
}

MovedCash moved(const DrawerMove& move, std::string person) {
    const bool is_in = move.kind == DrawerMoveKind::pay_in;
    return {move_of(move.kind), move.at, std::move(person), is_in ? move.fen : -move.fen};
}

// "9f3c 71aa 0b5e d284": as much as a person compares.
std::string in_groups(const std::string& hex) {
    constexpr std::size_t group = 4, groups = 4;
    std::string text;
    for (std::size_t i = 0; i < groups && (i + 1) * group <= hex.size(); ++i)
        text += (text.empty() ? "" : " ") + hex.substr(i * group, group);
    return text;
}

CountedSum counted(const Tallied& tallied) {
    return {tallied.count, tallied.fen};
}

ShiftCash cash_of(const ClosedShift& closed, const NameOfPerson& name_of) {
    ShiftCash cash;
    cash.opening_float = closed.tally.opening;
    cash.sales = counted(closed.tally.cash_sales);
    cash.top_ups = counted(closed.tally.cash_top_ups);
    cash.refunds = {closed.tally.cash_back.count, -closed.tally.cash_back.fen};
    for (const auto& [move, person] : closed.tally.moves) cash.moves.push_back(moved(move, name_of(person)));
    cash.expected = closed.tally.expected();
    for (const auto& [note, count] : closed.counted.notes)
        if (count > 0) cash.notes.push_back({note, count});
    cash.counted = closed.counted.fen;
    return cash;
}

}  // namespace

std::vector<std::string> unsent_pickups(const Outbox& outbox, std::size_t most) {
    std::vector<std::string> pickups;
    for (const auto& entry : outbox.queued(most)) {
        const auto order = outbox.order(entry.order);
        if (order && (pickups.empty() || pickups.back() != order->pickup)) pickups.push_back(order->pickup);
    }
    return pickups;
}

ShiftFacts shift_facts(const SlipBasis& basis, const ClosedShift& closed, std::uint32_t parked,
                       const NameOfPerson& name_of) {
    ShiftFacts facts;
    facts.language = basis.language;
    facts.shift = shift_name(basis.till.letters(), closed.shift);
    facts.cashier = name_of(staff_person(closed.shift.cashier));
    facts.till = basis.names.till;
    facts.opened_at = closed.shift.opened_at;
    facts.closed_at = closed.at;
    facts.cash = cash_of(closed, name_of);
    for (const auto& [kind, tallied] : closed.tally.tenders) {
        facts.tenders.push_back({kind, tallied.fen});
        facts.orders.sum += tallied.fen;
    }
    facts.orders.count = closed.tally.orders;
    for (const auto& [payer, tallied] : closed.tally.payers)
        facts.payers.push_back({payer_name(payer, basis.language), counted(tallied)});
    facts.portions_sold = closed.tally.portions_sold;
    facts.portions_back = closed.tally.portions_back;
    facts.not_at_the_server = unsent_pickups(basis.outbox, most_unsent_on_paper);
    facts.held_baskets = parked;
    if (const auto& known = basis.till.journal_head())
        facts.journal = JournalHead{known->head.seq, known->at, in_groups(to_hex(known->head.hash))};
    if (!basis.till.upstream().live()) facts.as_of = basis.till.last_heard();
    return facts;
}

DrawerSlipFacts drawer_facts(const SlipBasis& basis, const DrawerMove& move, const std::string& person) {
    return {basis.language, basis.till.site(), basis.names.till, basis.names.shift, moved(move, person), move.reason};
}

}  // namespace canteen::till
