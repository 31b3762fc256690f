#include "canteen/wire/order_wire.h"

#include "canteen/domain/order/line_checks.h"
#include "canteen/wire/common_wire.h"

namespace canteen {

DietFlags diet_flags_from(std::uint32_t bits, const Path& at) {
    if (bits > all_diet_flags) throw Unreadable(RejectionCode::client_newer, at.text(), "is not known");
    return static_cast<DietFlags>(bits);
}

void to_wire(const ChosenDish& chosen, v1::ChosenDish& wire) {
    wire.set_slot(chosen.slot);
    wire.set_dish(chosen.dish.value);
}

ChosenDish from_wire(const v1::ChosenDish& wire, const Path&) {
    return {wire.slot(), DishId{wire.dish()}};
}

void to_wire(const OrderLine& line, v1::OrderLine& wire) {
    wire.set_line_id(line.id.value);
    wire.set_dish(line.dish.value);
    wire.set_quantity(line.quantity);
    wire.set_grams(line.grams);
    wire.set_unit_price_fen(line.unit_price.value);
    wire.set_price_grams(line.price_grams);
    wire.set_amount_fen(line.amount.value);
    wire.set_note(line.note);
    wire.set_diet_flags(line.flags);
    list_to_wire(line.chosen, wire.mutable_chosen());
}

OrderLine from_wire(const v1::OrderLine& wire, const Path& at) {
    OrderLine line;
    line.id = LineId{wire.line_id()};
    line.dish = DishId{wire.dish()};
    line.quantity = count_from(wire.quantity(), max_client_amount, at / "quantity");
    line.grams = count_from(wire.grams(), max_client_amount, at / "grams");
    line.unit_price = client_fen_from(wire.unit_price_fen(), at / "unit_price_fen");
    line.price_grams = count_from(wire.price_grams(), max_client_amount, at / "price_grams");
    line.amount = client_fen_from(wire.amount_fen(), at / "amount_fen");
    line.note = text_from(wire.note(), max_note_bytes, at / "note");
    line.flags = diet_flags_from(wire.diet_flags(), at / "diet_flags");
    line.chosen = list_from_wire(wire.chosen(), max_chosen_dishes, at / "chosen");
    return line;
}

void to_wire(const Share& share, v1::Share& wire) {
    wire.set_scheme(share.scheme);
    wire.set_step(share.step);
    wire.set_payer(share.payer);
    wire.set_fen(share.fen.value);
}

Share from_wire(const v1::Share& wire, const Path& at) {
    return {text_from(wire.scheme(), max_code_bytes, at / "scheme"), wire.step(),
            text_from(wire.payer(), max_code_bytes, at / "payer"), client_fen_from(wire.fen(), at / "fen")};
}

void to_wire(const Sums& sums, v1::Sums& wire) {
    wire.set_food_fen(sums.food.value);
    wire.set_fee_fen(sums.fee.value);
    list_to_wire(sums.shares, wire.mutable_shares());
    wire.set_to_pay_fen(sums.to_pay.value);
}

Sums from_wire(const v1::Sums& wire, const Path& at) {
    Sums sums;
    sums.food = client_fen_from(wire.food_fen(), at / "food_fen");
    sums.fee = client_fen_from(wire.fee_fen(), at / "fee_fen");
    sums.shares = list_from_wire(wire.shares(), max_shares, at / "shares");
    sums.to_pay = client_fen_from(wire.to_pay_fen(), at / "to_pay_fen");
    return sums;
}

void to_wire(const Tender& tender, v1::Tender& wire) {
    wire.set_kind(enum_to<v1::TenderKind>(tender.kind));
    wire.set_amount_fen(tender.amount.value);
    wire.set_reference(tender.reference);
}

Tender from_wire(const v1::Tender& wire, const Path& at) {
    return {enum_from<TenderKind>(wire.kind(), v1::TenderKind_MAX, at / "kind"),
            client_fen_from(wire.amount_fen(), at / "amount_fen"),
            text_from(wire.reference(), max_code_bytes, at / "reference")};
}

void to_wire(const RefundLine& line, v1::RefundLine& wire) {
    wire.set_line_id(line.line.value);
    wire.set_amount(line.amount);
}

RefundLine from_wire(const v1::RefundLine& wire, const Path& at) {
    return {LineId{wire.line_id()}, count_from(wire.amount(), max_client_amount, at / "amount")};
}

void to_wire(const OrderDraft& draft, v1::OrderDraft& wire) {
    wire.set_order_id(bytes_of(draft.id.bytes));
    wire.set_member_id(optional_bytes_of(draft.member));
    to_wire(draft.meal, *wire.mutable_meal());
    wire.set_mode(enum_to<v1::ServiceMode>(draft.mode));
    wire.set_origin(enum_to<v1::Origin>(draft.origin));
    to_wire(draft.pickup, *wire.mutable_pickup());
    wire.set_due_ms(ms_of(draft.due));
    list_to_wire(draft.lines, wire.mutable_lines());
    wire.set_menu_version(draft.menu.value);
    wire.set_sheet_version(draft.sheet);
    to_wire(draft.shown, *wire.mutable_shown());
    wire.set_ordered_by(optional_bytes_of(draft.ordered_by));
    wire.set_identified(enum_to<v1::Identified>(draft.identified));
}

OrderDraft from_wire(const v1::OrderDraft& wire, const Path& at) {
    OrderDraft draft;
    draft.id = id_from<OrderId>(wire.order_id(), at / "order_id");
    draft.member = optional_id_from<MemberId>(wire.member_id(), at / "member_id");
    draft.meal = from_wire(wire.meal(), at / "meal");
    draft.mode = enum_from<ServiceMode>(wire.mode(), v1::ServiceMode_MAX, at / "mode");
    draft.origin = enum_from<Origin>(wire.origin(), v1::Origin_MAX, at / "origin");
    draft.pickup = from_wire(wire.pickup(), at / "pickup");
    draft.due = optional_instant_from(wire.due_ms(), at / "due_ms");
    draft.lines = list_from_wire(wire.lines(), max_order_lines, at / "lines");
    draft.menu = MenuVersion{wire.menu_version()};
    draft.sheet = wire.sheet_version();
    draft.shown = from_wire(wire.shown(), at / "shown");
    draft.ordered_by = optional_id_from<MemberId>(wire.ordered_by(), at / "ordered_by");
    if (wire.identified() != v1::IDENTIFIED_NOT_SAID)
        draft.identified = enum_from<Identified>(wire.identified(), v1::Identified_MAX, at / "identified");
    return draft;
}

}  // namespace canteen
