#include "canteen/wire/command_wire.h"

#include <stdexcept>

#include "canteen/wire/bytes.h"
#include "canteen/wire/common_wire.h"
#include "canteen/wire/drawer_wire.h"
#include "canteen/wire/office_command_wire.h"
#include "canteen/wire/order_wire.h"
#include "canteen/wire/staff_wire.h"
#include "canteen/wire/stored_order_wire.h"
#include "canteen/wire/unknown_fields.h"

namespace canteen {
namespace {

v1::PortionsReason reason_of(StockMoveKind kind) {
    switch (kind) {
        case StockMoveKind::restocked:
            return v1::RESTOCKED;
        case StockMoveKind::found:
            return v1::FOUND;
        case StockMoveKind::wasted:
            return v1::WASTED;
        default:
            throw std::invalid_argument("this stock move is not one of AddPortions");
    }
}

StockMoveKind kind_from(v1::PortionsReason reason, const Path& at) {
    switch (reason) {
        case v1::RESTOCKED:
            return StockMoveKind::restocked;
        case v1::FOUND:
            return StockMoveKind::found;
        case v1::WASTED:
            return StockMoveKind::wasted;
        default:
            throw Unreadable(at, "is missing");
    }
}

// Fills the body of a command, with one function for each kind. Those of the office are elsewhere.
struct BodyWriter {
    v1::Command& wire;

    void operator()(const PlaceOrder& ask) const {
        auto& body = *wire.mutable_place_order();
        to_wire(ask.order, *body.mutable_order());
        list_to_wire(ask.tenders, body.mutable_tenders());
        body.set_answer_by_ms(ask.answer_by.ms);
        body.set_shift_id(optional_bytes_of(ask.shift));
        body.set_kitchen_told(ask.kitchen_told);
    }
    void operator()(const RecordSale& sale) const {
        auto& body = *wire.mutable_record_sale();
        to_wire(sale.order, *body.mutable_order());
        list_to_wire(sale.tenders, body.mutable_tenders());
        body.set_sold_at_ms(sale.sold_at.ms);
        body.set_shift_id(optional_bytes_of(sale.shift));
        body.set_kitchen_told(sale.kitchen_told);
        if (!sale.taken_back) return;
        body.set_taken_back_at_ms(sale.taken_back->at.ms);
        body.set_taken_back_reason(enum_to<v1::RefundReason>(sale.taken_back->reason));
    }
    void operator()(const CancelOrder& cancel) const {
        wire.mutable_cancel_order()->set_order_id(bytes_of(cancel.order.bytes));
        wire.mutable_cancel_order()->set_shift_id(optional_bytes_of(cancel.shift));
    }
    void operator()(const Refund& refund) const {
        auto& body = *wire.mutable_refund();
        body.set_refund_id(bytes_of(refund.id.bytes));
        body.set_order_id(bytes_of(refund.order.bytes));
        list_to_wire(refund.lines, body.mutable_lines());
        body.set_reason(enum_to<v1::RefundReason>(refund.reason));
        body.set_answer_by_ms(ms_of(refund.answer_by));
        body.set_shift_id(optional_bytes_of(refund.shift));
    }
    void operator()(const TopUp& top_up) const {
        auto& body = *wire.mutable_top_up();
        body.set_member_id(bytes_of(top_up.member.bytes));
        to_wire(top_up.tender, *body.mutable_tender());
        body.set_bonus_fen(top_up.bonus.value);
        body.set_top_up_id(optional_bytes_of(top_up.id));
        body.set_taken_at_ms(ms_of(top_up.taken_at));
        body.set_shift_id(optional_bytes_of(top_up.shift));
    }
    void operator()(const PayOut& pay_out) const {
        auto& body = *wire.mutable_pay_out();
        body.set_member_id(bytes_of(pay_out.member.bytes));
        to_wire(pay_out.tender, *body.mutable_tender());
        body.set_pay_out_id(optional_bytes_of(pay_out.id));
        body.set_answer_by_ms(ms_of(pay_out.answer_by));
        body.set_shift_id(optional_bytes_of(pay_out.shift));
    }
    void operator()(const TransferBalance& transfer) const {
        wire.mutable_transfer_balance()->set_from_member_id(bytes_of(transfer.from.bytes));
        wire.mutable_transfer_balance()->set_to_member_id(bytes_of(transfer.to.bytes));
    }
    void operator()(const SetDeductOrder& set) const {
        enums_to_wire(set.order, wire.mutable_set_deduct_order()->mutable_order());
    }
    void operator()(const MarkLine& mark) const {
        auto& body = *wire.mutable_mark_line();
        body.set_order_id(bytes_of(mark.order.bytes));
        body.set_line_index(mark.line_index);
        body.set_done(mark.done);
    }
    void operator()(const MarkTicket& mark) const {
        wire.mutable_mark_ticket()->set_order_id(bytes_of(mark.order.bytes));
        wire.mutable_mark_ticket()->set_ready(mark.ready);
    }
    void operator()(const HandOver& hand_over) const {
        wire.mutable_hand_over()->set_order_id(bytes_of(hand_over.order.bytes));
    }
    void operator()(const AcknowledgeCancelled& seen) const {
        wire.mutable_acknowledge_cancelled()->set_order_id(bytes_of(seen.order.bytes));
    }
    void operator()(const SetSoldOut& set) const {
        auto& body = *wire.mutable_set_sold_out();
        to_wire(set.key.meal, *body.mutable_meal());
        body.set_dish(set.key.dish.value);
        body.set_sold_out(set.sold_out);
    }
    void operator()(const AddPortions& add) const {
        auto& body = *wire.mutable_add_portions();
        to_wire(add.key.meal, *body.mutable_meal());
        body.set_dish(add.key.dish.value);
        body.set_reason(reason_of(add.kind));
        body.set_amount(add.amount);
    }
    template <class Other>
    void operator()(const Other& body) const {
        if constexpr (requires { to_wire(body, wire); })
            to_wire(body, wire);
        else
            throw std::invalid_argument("a command of the server's own has no form on the wire");
    }
};

OrderDraft draft_from(const v1::OrderDraft& wire, const Path& at) {
    auto draft = from_wire(wire, at);
    if (draft.id.is_nil()) throw Unreadable(at / "order_id", "names nothing");
    return draft;
}

// Reads the shift that a body names, if it does.
template <class Body>
ShiftId shift_from(const Body& wire, const Path& at) {
    return optional_id_from<ShiftId>(wire.shift_id(), at / "shift_id");
}

PlaceOrder place_order_from(const v1::PlaceOrder& wire, const Path& at) {
    return {draft_from(wire.order(), at / "order"), list_from_wire(wire.tenders(), max_tenders, at / "tenders"),
            instant_from(wire.answer_by_ms(), at / "answer_by_ms"), shift_from(wire, at), wire.kitchen_told()};
}

RecordSale record_sale_from(const v1::RecordSale& wire, const Path& at) {
    RecordSale sale{draft_from(wire.order(), at / "order"), list_from_wire(wire.tenders(), max_tenders, at / "tenders"),
                    instant_from(wire.sold_at_ms(), at / "sold_at_ms")};
    sale.shift = shift_from(wire, at);
    sale.kitchen_told = wire.kitchen_told();
    if (const auto taken_back = optional_instant_from(wire.taken_back_at_ms(), at / "taken_back_at_ms"))
        sale.taken_back = SaleUndone{
            *taken_back,
            enum_from<RefundReason>(wire.taken_back_reason(), v1::RefundReason_MAX, at / "taken_back_reason")};
    return sale;
}

Refund refund_from(const v1::Refund& wire, const Path& at) {
    Refund refund;
    refund.id = id_from<RefundId>(wire.refund_id(), at / "refund_id");
    if (refund.id.is_nil()) throw Unreadable(at / "refund_id", "names nothing");
    refund.order = order_of(wire, at);
    refund.lines = list_from_wire(wire.lines(), max_order_lines, at / "lines");
    refund.reason = enum_from<RefundReason>(wire.reason(), v1::RefundReason_MAX, at / "reason");
    refund.answer_by = optional_instant_from(wire.answer_by_ms(), at / "answer_by_ms");
    refund.shift = shift_from(wire, at);
    return refund;
}

TopUp top_up_from(const v1::TopUp& wire, const Path& at) {
    return {id_from<MemberId>(wire.member_id(), at / "member_id"),
            from_wire(wire.tender(), at / "tender"),
            client_fen_from(wire.bonus_fen(), at / "bonus_fen"),
            optional_id_from<FactId>(wire.top_up_id(), at / "top_up_id"),
            optional_instant_from(wire.taken_at_ms(), at / "taken_at_ms"),
            shift_from(wire, at)};
}

PayOut pay_out_from(const v1::PayOut& wire, const Path& at) {
    return {id_from<MemberId>(wire.member_id(), at / "member_id"), from_wire(wire.tender(), at / "tender"),
            optional_id_from<FactId>(wire.pay_out_id(), at / "pay_out_id"),
            optional_instant_from(wire.answer_by_ms(), at / "answer_by_ms"), shift_from(wire, at)};
}

TransferBalance transfer_from(const v1::TransferBalance& wire, const Path& at) {
    return {id_from<MemberId>(wire.from_member_id(), at / "from_member_id"),
            id_from<MemberId>(wire.to_member_id(), at / "to_member_id")};
}

// Reads which dish of which meal a body names.
template <class Body>
StockKey stock_of(const Body& wire, const Path& at) {
    return {from_wire(wire.meal(), at / "meal"), DishId{wire.dish()}};
}

CommandBody body_from(const v1::Command& wire, const Path& at) {
    switch (wire.body_case()) {
        case v1::Command::kPlaceOrder:
            return place_order_from(wire.place_order(), at / "place_order");
        case v1::Command::kRecordSale:
            return record_sale_from(wire.record_sale(), at / "record_sale");
        case v1::Command::kCancelOrder:
            return CancelOrder{order_of(wire.cancel_order(), at / "cancel_order"),
                               shift_from(wire.cancel_order(), at / "cancel_order")};
        case v1::Command::kMarkLine:
            return MarkLine{order_of(wire.mark_line(), at / "mark_line"), wire.mark_line().line_index(),
                            wire.mark_line().done()};
        case v1::Command::kMarkTicket:
            return MarkTicket{order_of(wire.mark_ticket(), at / "mark_ticket"), wire.mark_ticket().ready()};
        case v1::Command::kHandOver:
            return HandOver{order_of(wire.hand_over(), at / "hand_over")};
        case v1::Command::kAcknowledgeCancelled:
            return AcknowledgeCancelled{order_of(wire.acknowledge_cancelled(), at / "acknowledge_cancelled")};
        case v1::Command::kSetSoldOut:
            return SetSoldOut{stock_of(wire.set_sold_out(), at / "set_sold_out"), wire.set_sold_out().sold_out()};
        case v1::Command::kAddPortions: {
            const auto& add = wire.add_portions();
            return AddPortions{stock_of(add, at / "add_portions"),
                               kind_from(add.reason(), at / "add_portions" / "reason"), add.amount()};
        }
        case v1::Command::kRefund:
            return refund_from(wire.refund(), at / "refund");
        case v1::Command::kTopUp:
            return top_up_from(wire.top_up(), at / "top_up");
        case v1::Command::kPayOut:
            return pay_out_from(wire.pay_out(), at / "pay_out");
        case v1::Command::kTransferBalance:
            return transfer_from(wire.transfer_balance(), at / "transfer_balance");
        case v1::Command::kSetDeductOrder:
            return SetDeductOrder{account_kinds_from(wire.set_deduct_order(), at / "set_deduct_order")};
        default:
            break;
    }
    if (auto body = drawer_body_from(wire, at)) return *std::move(body);
    if (auto body = staff_body_from(wire, at)) return *std::move(body);
    if (auto body = office_body_from(wire, at)) return *std::move(body);
    throw Unreadable(at / "body", "is missing");
}

}  // namespace

void to_wire(const Command& command, v1::Command& wire) {
    wire.set_command_id(bytes_of(command.id.bytes));
    if (command.person) to_wire(*command.person, *wire.mutable_person());
    std::visit(BodyWriter{wire}, command.body);
}

Command from_wire(const v1::Command& wire, const Path& at) {
    if (const auto path = first_unknown(wire)) throw Unreadable(RejectionCode::client_newer, *path, "is not known");
    Command command;
    command.id = id_from<CommandId>(wire.command_id(), at / "command_id");
    if (command.id.is_nil()) throw Unreadable(at / "command_id", "names nothing");
    if (wire.has_person()) command.person = from_wire(wire.person(), at / "person");
    command.body = body_from(wire, at);
    return command;
}

}  // namespace canteen
