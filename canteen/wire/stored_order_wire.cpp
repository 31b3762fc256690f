#include "canteen/wire/stored_order_wire.h"

#include <stdexcept>

#include "canteen/wire/common_wire.h"
#include "canteen/wire/order_wire.h"
#include "canteen/wire/sheet_wire.h"
#include "canteen/wire/ticket_wire.h"

namespace canteen {

void to_wire(const StockMove& move, v1::StockMove& wire) {
    to_wire(move.key.meal, *wire.mutable_meal());
    wire.set_dish(move.key.dish.value);
    wire.set_kind(enum_to<v1::StockMoveKind>(move.kind));
    wire.set_amount(move.amount);
}

StockMove from_wire(const v1::StockMove& wire, const Path& at) {
    return {{from_wire(wire.meal(), at / "meal"), DishId{wire.dish()}},
            enum_from<StockMoveKind>(wire.kind(), v1::StockMoveKind_MAX, at / "kind"),
            wire.amount()};
}

std::vector<AccountKind> account_kinds_from(const v1::SetDeductOrder& wire, const Path& at) {
    return enums_from_wire<AccountKind>(wire.order(), v1::AccountKind_MAX, at / "order");
}

void to_wire(const Posting& posting, v1::Posting& wire) {
    if (posting.account.kind == AccountKind::points)
        throw std::invalid_argument("points are no account of the money's ledger");
    wire.set_account(enum_to<v1::AccountKind>(posting.account.kind));
    wire.set_owner(posting.account.owner);
    wire.set_fen(posting.fen.value);
}

Posting from_wire(const v1::Posting& wire, const Path& at) {
    if (wire.account() == v1::ACCOUNT_POINTS) throw Unreadable(at / "account", "is of no money");
    return {{enum_from<AccountKind>(wire.account(), v1::AccountKind_MAX, at / "account"),
             text_from(wire.owner(), max_own_text_bytes, at / "owner")},
            Fen{wire.fen()}};
}

void to_wire(const Refunded& refund, v1::Refunded& wire) {
    wire.set_refund_id(bytes_of(refund.id.bytes));
    wire.set_reason(enum_to<v1::RefundReason>(refund.reason));
    wire.set_at_ms(refund.at.ms);
    list_to_wire(refund.lines, wire.mutable_lines());
    to_wire(refund.left, *wire.mutable_left());
    list_to_wire(refund.back, wire.mutable_back());
}

Refunded from_wire(const v1::Refunded& wire, const Path& at) {
    return {id_from<RefundId>(wire.refund_id(), at / "refund_id"),
            enum_from<RefundReason>(wire.reason(), v1::RefundReason_MAX, at / "reason"),
            instant_from(wire.at_ms(), at / "at_ms"),
            list_from_wire(wire.lines(), max_own_items, at / "lines"),
            from_wire(wire.left(), at / "left"),
            list_from_wire(wire.back(), max_own_items, at / "back")};
}

void to_wire(const StruckLine& line, v1::StruckLine& wire) {
    wire.set_index(line.index);
    wire.set_quantity(line.quantity);
    wire.set_note(line.note);
}

StruckLine from_wire(const v1::StruckLine& wire, const Path& at) {
    return {wire.index(), wire.quantity(), text_from(wire.note(), max_own_text_bytes, at / "note")};
}

void to_wire(const Order& order, v1::Order& wire) {
    to_wire(order.draft, *wire.mutable_draft());
    wire.set_device_id(bytes_of(order.device.bytes));
    wire.set_placed_at_ms(order.placed_at.ms);
    wire.set_state(enum_to<v1::OrderState>(order.state));
    wire.set_paid(order.paid);
    list_to_wire(order.granted, wire.mutable_granted());
    list_to_wire(order.tenders, wire.mutable_tenders());
    wire.set_rounding_fen(order.rounding.value);
    list_to_wire(order.rights, wire.mutable_rights());
    list_to_wire(order.postings, wire.mutable_postings());
    list_to_wire(order.consumed, wire.mutable_consumed());
    if (order.ticket) to_wire(*order.ticket, *wire.mutable_ticket());
    wire.set_expires_at_ms(ms_of(order.expires_at));
    list_to_wire(order.refunds, wire.mutable_refunds());
    wire.set_points(order.points);
    wire.set_day_doubtful(order.day_doubtful);
    if (order.to_cook) to_wire(*order.to_cook, *wire.mutable_to_cook());
    wire.set_shift_id(optional_bytes_of(order.shift));
}

Order from_wire(const v1::Order& wire, const Path& at) {
    Order order;
    order.draft = from_wire(wire.draft(), at / "draft");
    order.device = id_from<DeviceId>(wire.device_id(), at / "device_id");
    order.placed_at = instant_from(wire.placed_at_ms(), at / "placed_at_ms");
    order.state = enum_from<OrderState>(wire.state(), v1::OrderState_MAX, at / "state");
    order.paid = wire.paid();
    order.granted = list_from_wire(wire.granted(), max_own_items, at / "granted");
    order.tenders = list_from_wire(wire.tenders(), max_own_items, at / "tenders");
    order.rounding = Fen{wire.rounding_fen()};
    order.rights = list_from_wire(wire.rights(), max_own_items, at / "rights");
    order.postings = list_from_wire(wire.postings(), max_own_items, at / "postings");
    order.consumed = list_from_wire(wire.consumed(), max_own_items, at / "consumed");
    if (wire.has_ticket()) order.ticket = from_wire(wire.ticket(), at / "ticket");
    order.expires_at = optional_instant_from(wire.expires_at_ms(), at / "expires_at_ms");
    order.refunds = list_from_wire(wire.refunds(), max_own_items, at / "refunds");
    order.points = wire.points();
    order.day_doubtful = wire.day_doubtful();
    if (wire.has_to_cook()) order.to_cook = from_wire(wire.to_cook(), at / "to_cook");
    order.shift = optional_id_from<ShiftId>(wire.shift_id(), at / "shift_id");
    return order;
}

}  // namespace canteen
