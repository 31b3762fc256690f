// Who stands at the till, what the drawer should hold, and the person at the card desk.
#include <algorithm>

#include "canteen/wire/common_wire.h"
#include "pos-client/counter/guest_finder.h"
#include "pos-client/page/part_maker.h"
#include "pos-client/page/shift_slips.h"
#include "pos-client/page/shown.h"

namespace canteen::till {
namespace {

constexpr std::size_t most_unsent_shown = 60;

const char* word_of(DrawerMoveKind kind) {
    switch (kind) {
        case DrawerMoveKind::pay_in:
            return "pay_in";
        case DrawerMoveKind::pay_out:
            return "pay_out";
        case DrawerMoveKind::safe_drop:
            return "safe_drop";
        case DrawerMoveKind::no_sale:
            return "no_sale";
    }
    return "no_sale";
}

const char* highest_role(const StaffMember& staff) {
    if (staff.has(StaffRole::manager)) return "manager";
    return staff.has(StaffRole::supervisor) ? "supervisor" : "cashier";
}

void show_staff(const StaffBook& book, Date today, v1::ShiftPart& part) {
    for (const auto& staff : book.working_on(today)) {
        auto& one = *part.add_staff();
        one.set_staff_id(bytes_of(staff.id.bytes));
        one.set_name(staff.name);
        one.set_role(highest_role(staff));
        one.set_locked(book.is_locked(staff.id));
    }
}

void show_tally(const ShiftTally& tally, const ShiftDesk& desk, Language language, v1::ShiftPart& part) {
    part.set_float_fen(tally.opening.value);
    for (const auto& [move, person] : tally.moves) {
        auto& one = *part.add_moves();
        one.set_kind(word_of(move.kind));
        one.set_fen(move.fen.value);
        one.set_reason(move.reason);
        one.set_at_ms(move.at.ms);
        one.set_person(desk.name_of(person));
    }
    part.set_cash_sales_fen(tally.cash_sales.fen.value);
    part.set_cash_sales(tally.cash_sales.count);
    part.set_cash_top_ups_fen(tally.cash_top_ups.fen.value);
    part.set_cash_top_ups(tally.cash_top_ups.count);
    part.set_cash_refunds_fen(tally.cash_back.fen.value);
    part.set_cash_refunds(tally.cash_back.count);
    part.set_expected_fen(tally.expected().value);
    for (const auto& [kind, tallied] : tally.tenders) {
        auto& one = *part.add_tenders();
        one.set_kind(enum_to<v1::TenderKind>(kind));
        one.set_fen(tallied.fen.value);
        one.set_count(tallied.count);
    }
    for (const auto& [payer, tallied] : tally.payers) {
        auto& one = *part.add_payers();
        one.set_payer(payer_name(payer, language));
        one.set_fen(tallied.fen.value);
        one.set_meals(tallied.count);
    }
    part.set_orders(tally.orders);
    part.set_portions_sold(tally.portions_sold);
    part.set_portions_back(tally.portions_back);
}

}  // namespace

v1::ShiftPart PartMaker::shift(Timestamp now) const {
    auto& desk = basis_.shift;
    v1::ShiftPart part;
    part.set_has_staff(desk.has_staff(now));
    show_staff(basis_.till.staff(), today(now), part);
    if (desk.cashier()) {
        part.set_staff_id(bytes_of(desk.cashier()->id.bytes));
        part.set_cashier(desk.cashier()->name);
        part.set_role(highest_role(*desk.cashier()));
    }
    if (const auto& open = basis_.till.open_shift()) {
        part.set_shift_id(bytes_of(open->id.bytes));
        part.set_shift_name(shift_name(basis_.till.letters(), *open));
        part.set_opened_ms(open->opened_at.ms);
        show_tally(desk.tally(), desk, basis_.switches.language, part);
    } else if (const auto& closed = desk.closed()) {
        part.set_shift_name(shift_name(basis_.till.letters(), closed->shift));
        part.set_closed_ms(closed->at.ms);
        part.set_counted_fen(closed->counted.fen.value);
        show_tally(closed->tally, desk, basis_.switches.language, part);
    }
    for (const auto& pickup : unsent_pickups(basis_.outbox, most_unsent_shown)) part.add_unsent(pickup);
    part.set_parked(static_cast<std::uint32_t>(basis_.counter.parked().size()));
    return part;
}

v1::DeskPart PartMaker::desk(Timestamp now) const {
    const auto& desk = basis_.desk;
    v1::DeskPart part;
    if (!desk.is_open()) return part;
    const auto* menu = basis_.counter.menu(now);
    show_guest(basis_.till, desk.member(), Identified::not_said, menu, *part.mutable_guest());
    if (const auto* sheet = basis_.till.replica().sheet_of(desk.member(), today(now))) {
        for (const auto& card : sheet->cards) {
            auto& one = *part.add_cards();
            one.set_last_four(last_four_of(card));
            one.set_lost(basis_.till.replica().stopped_cards().contains(card));
        }
        for (const auto carer : sheet->carers) {
            const auto* known = basis_.till.replica().sheet_of(carer, today(now));
            part.add_carers(known ? known->name : "");
        }
    }
    part.set_busy(desk.busy());
    part.set_done(desk.done());
    part.set_done_fen(desk.done_sum().value);
    if (desk.refused()) show(*desk.refused(), *part.mutable_refused());
    return part;
}

}  // namespace canteen::till
