#include "canteen/wire/drawer_wire.h"

#include "canteen/v1/drawer.pb.h"

namespace canteen {
namespace {

static_assert(v1::DrawerMoveKind_MAX == static_cast<int>(DrawerMoveKind::no_sale));

void to_wire(const CashCount& count, v1::CashCount& wire) {
    wire.set_sum_fen(count.fen.value);
    for (const auto& [note, many] : count.notes) {
        auto& counted = *wire.add_notes();
        counted.set_note_fen(note.value);
        counted.set_count(many);
    }
}

CashCount count_from(const v1::CashCount& wire, const Path& at) {
    CashCount count{client_fen_from(wire.sum_fen(), at / "sum_fen"), {}};
    count.notes =
        list_from(wire.notes(), max_note_kinds, at / "notes", [](const v1::NoteCount& note, const Path& place) {
            return NoteCount{client_fen_from(note.note_fen(), place / "note_fen"), note.count()};
        });
    return count;
}

// Reads an id that must name something.
template <class Id>
Id named_from(const std::string& bytes, const Path& at) {
    const auto id = id_from<Id>(bytes, at);
    if (id.is_nil()) throw Unreadable(at, "names nothing");
    return id;
}

void to_wire(const DrawerMove& move, v1::MoveDrawer& wire) {
    wire.set_drawer_move_id(bytes_of(move.id.bytes));
    wire.set_shift_id(optional_bytes_of(move.shift));
    wire.set_kind(enum_to<v1::DrawerMoveKind>(move.kind));
    wire.set_fen(move.fen.value);
    wire.set_reason(move.reason);
    wire.set_at_ms(move.at.ms);
}

MoveDrawer move_from(const v1::MoveDrawer& wire, const Path& at) {
    return {named_from<FactId>(wire.drawer_move_id(), at / "drawer_move_id"),
            optional_id_from<ShiftId>(wire.shift_id(), at / "shift_id"),
            enum_from<DrawerMoveKind>(wire.kind(), v1::DrawerMoveKind_MAX, at / "kind"),
            client_fen_from(wire.fen(), at / "fen"),
            text_from(wire.reason(), max_client_text_bytes, at / "reason"),
            instant_from(wire.at_ms(), at / "at_ms")};
}

OpenShift open_from(const v1::OpenShift& wire, const Path& at) {
    return {named_from<ShiftId>(wire.shift_id(), at / "shift_id"),
            optional_id_from<StaffId>(wire.cashier_id(), at / "cashier_id"), count_from(wire.counted(), at / "counted"),
            instant_from(wire.at_ms(), at / "at_ms")};
}

// A till that lost count may expect less than nothing.
CloseShift close_from(const v1::CloseShift& wire, const Path& at) {
    CloseShift close{named_from<ShiftId>(wire.shift_id(), at / "shift_id"),
                     count_from(wire.counted(), at / "counted"),
                     Fen{wire.expected_fen()},
                     wire.open_orders(),
                     instant_from(wire.at_ms(), at / "at_ms"),
                     {}};
    if (!wire.has_next()) return close;
    const auto next = at / "next";
    close.next = NextShift{named_from<ShiftId>(wire.next().shift_id(), next / "shift_id"),
                           optional_id_from<StaffId>(wire.next().cashier_id(), next / "cashier_id")};
    return close;
}

ShiftOpened opened_from(const v1::ShiftOpened& wire, const Path& at) {
    return {{id_from<ShiftId>(wire.shift_id(), at / "shift_id"), id_from<DeviceId>(wire.device_id(), at / "device_id"),
             optional_id_from<StaffId>(wire.cashier_id(), at / "cashier_id"),
             instant_from(wire.opened_at_ms(), at / "opened_at_ms"), count_from(wire.opening(), at / "opening")}};
}

ShiftClosed closed_from(const v1::ShiftClosed& wire, const Path& at) {
    return {id_from<ShiftId>(wire.shift_id(), at / "shift_id"),
            id_from<DeviceId>(wire.device_id(), at / "device_id"),
            {instant_from(wire.at_ms(), at / "at_ms"), count_from(wire.counted(), at / "counted"),
             Fen{wire.expected_fen()}, wire.open_orders()}};
}

DrawerMoved moved_from(const v1::DrawerMoved& wire, const Path& at) {
    const auto move = move_from(wire.move(), at / "move");
    return {{move.id, move.shift, id_from<DeviceId>(wire.device_id(), at / "device_id"), move.kind, move.fen,
             move.reason, move.at}};
}

}  // namespace

void to_wire(const OpenShift& open, v1::Command& wire) {
    auto& body = *wire.mutable_open_shift();
    body.set_shift_id(bytes_of(open.id.bytes));
    body.set_cashier_id(optional_bytes_of(open.cashier));
    to_wire(open.counted, *body.mutable_counted());
    body.set_at_ms(open.at.ms);
}

void to_wire(const CloseShift& close, v1::Command& wire) {
    auto& body = *wire.mutable_close_shift();
    body.set_shift_id(bytes_of(close.id.bytes));
    to_wire(close.counted, *body.mutable_counted());
    body.set_expected_fen(close.expected.value);
    body.set_open_orders(close.open_orders);
    body.set_at_ms(close.at.ms);
    if (!close.next) return;
    body.mutable_next()->set_shift_id(bytes_of(close.next->id.bytes));
    body.mutable_next()->set_cashier_id(optional_bytes_of(close.next->cashier));
}

void to_wire(const MoveDrawer& move, v1::Command& wire) {
    to_wire(DrawerMove{move.id, move.shift, {}, move.kind, move.fen, move.reason, move.at},
            *wire.mutable_move_drawer());
}

std::optional<CommandBody> drawer_body_from(const v1::Command& wire, const Path& at) {
    switch (wire.body_case()) {
        case v1::Command::kOpenShift:
            return open_from(wire.open_shift(), at / "open_shift");
        case v1::Command::kCloseShift:
            return close_from(wire.close_shift(), at / "close_shift");
        case v1::Command::kMoveDrawer:
            return move_from(wire.move_drawer(), at / "move_drawer");
        default:
            return std::nullopt;
    }
}

void to_wire(const FactStated& stated, v1::Event& wire) {
    wire.mutable_fact_stated()->set_fact_id(bytes_of(stated.fact.bytes));
}

void to_wire(const ShiftOpened& opened, v1::Event& wire) {
    auto& body = *wire.mutable_shift_opened();
    body.set_shift_id(bytes_of(opened.shift.id.bytes));
    body.set_device_id(bytes_of(opened.shift.till.bytes));
    body.set_cashier_id(optional_bytes_of(opened.shift.cashier));
    body.set_opened_at_ms(opened.shift.opened_at.ms);
    to_wire(opened.shift.opening, *body.mutable_opening());
}

void to_wire(const ShiftClosed& closed, v1::Event& wire) {
    auto& body = *wire.mutable_shift_closed();
    body.set_shift_id(bytes_of(closed.shift.bytes));
    body.set_device_id(bytes_of(closed.till.bytes));
    body.set_at_ms(closed.closing.at.ms);
    to_wire(closed.closing.counted, *body.mutable_counted());
    body.set_expected_fen(closed.closing.expected.value);
    body.set_open_orders(closed.closing.open_orders);
}

void to_wire(const DrawerMoved& moved, v1::Event& wire) {
    to_wire(moved.move, *wire.mutable_drawer_moved()->mutable_move());
    wire.mutable_drawer_moved()->set_device_id(bytes_of(moved.move.till.bytes));
}

std::optional<Event> drawer_event_from(const v1::Event& wire, const Path& at) {
    switch (wire.event_case()) {
        case v1::Event::kFactStated:
            return FactStated{id_from<FactId>(wire.fact_stated().fact_id(), at / "fact_id")};
        case v1::Event::kShiftOpened:
            return opened_from(wire.shift_opened(), at);
        case v1::Event::kShiftClosed:
            return closed_from(wire.shift_closed(), at);
        case v1::Event::kDrawerMoved:
            return moved_from(wire.drawer_moved(), at);
        default:
            return std::nullopt;
    }
}

}  // namespace canteen
