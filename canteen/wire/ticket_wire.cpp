#include "canteen/wire/ticket_wire.h"

#include "canteen/wire/common_wire.h"
#include "canteen/wire/order_wire.h"

namespace canteen {

void to_wire(const TicketLine& line, v1::TicketLine& wire) {
    wire.set_index(line.index);
    wire.set_dish(line.dish.value);
    wire.set_name(line.name);
    wire.set_name_en(line.name_en);
    wire.set_quantity(line.quantity);
    wire.set_note(line.note);
    wire.set_diet_flags(line.flags);
    wire.set_done(line.done);
}

TicketLine from_wire(const v1::TicketLine& wire, const Path& at) {
    TicketLine line;
    line.index = wire.index();
    line.dish = DishId{wire.dish()};
    line.name = text_from(wire.name(), max_own_text_bytes, at / "name");
    line.name_en = text_from(wire.name_en(), max_own_text_bytes, at / "name_en");
    line.quantity = wire.quantity();
    line.note = text_from(wire.note(), max_own_text_bytes, at / "note");
    line.flags = diet_flags_from(wire.diet_flags(), at / "diet_flags");
    line.done = wire.done();
    return line;
}

void to_wire(const Ticket& ticket, v1::Ticket& wire) {
    wire.set_order_id(bytes_of(ticket.order.bytes));
    to_wire(ticket.pickup, *wire.mutable_pickup());
    to_wire(ticket.meal, *wire.mutable_meal());
    wire.set_origin(enum_to<v1::Origin>(ticket.origin));
    wire.set_mode(enum_to<v1::ServiceMode>(ticket.mode));
    wire.set_placed_at_ms(ticket.placed_at.ms);
    wire.set_due_ms(ticket.due.ms);
    list_to_wire(ticket.lines, wire.mutable_lines());
    wire.set_state(enum_to<v1::TicketState>(ticket.state));
    wire.set_ready_at_ms(ms_of(ticket.ready_at));
    wire.set_cancel_seen(ticket.cancel_seen);
    wire.set_on_paper(ticket.on_paper);
}

Ticket from_wire(const v1::Ticket& wire, const Path& at) {
    Ticket ticket;
    ticket.order = id_from<OrderId>(wire.order_id(), at / "order_id");
    ticket.pickup = from_wire(wire.pickup(), at / "pickup");
    ticket.meal = from_wire(wire.meal(), at / "meal");
    ticket.origin = enum_from<Origin>(wire.origin(), v1::Origin_MAX, at / "origin");
    ticket.mode = enum_from<ServiceMode>(wire.mode(), v1::ServiceMode_MAX, at / "mode");
    ticket.placed_at = instant_from(wire.placed_at_ms(), at / "placed_at_ms");
    ticket.due = instant_from(wire.due_ms(), at / "due_ms");
    ticket.lines = list_from_wire(wire.lines(), max_own_items, at / "lines");
    ticket.state = enum_from<TicketState>(wire.state(), v1::TicketState_MAX, at / "state");
    ticket.ready_at = optional_instant_from(wire.ready_at_ms(), at / "ready_at_ms");
    ticket.cancel_seen = wire.cancel_seen();
    ticket.on_paper = wire.on_paper();
    return ticket;
}

}  // namespace canteen
