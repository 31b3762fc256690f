#include "canteen/wire/right_wire.h"

#include "canteen/wire/common_wire.h"

namespace canteen {
namespace {

std::string payer_from(const std::string& payer, const Path& at) {
    return text_from(payer, max_own_text_bytes, at / "payer");
}

template <class Wire>
void min_spend_to_wire(const std::optional<MinSpend>& min_spend, Wire& wire) {
    if (!min_spend) return;
    wire.mutable_min_spend()->set_fen(min_spend->fen.value);
    wire.mutable_min_spend()->set_strict(min_spend->strict);
}

template <class Wire>
std::optional<MinSpend> min_spend_from(const Wire& wire) {
    if (!wire.has_min_spend()) return std::nullopt;
    return MinSpend{Fen{wire.min_spend().fen()}, wire.min_spend().strict()};
}

void put(const FixedBenefit& fixed, v1::Benefit& wire) {
    wire.set_fixed_fen(fixed.fen.value);
}
void put(const BySlotBenefit& by_slot, v1::Benefit& wire) {
    wire.mutable_by_slot()->set_breakfast_fen(by_slot.breakfast.value);
    wire.mutable_by_slot()->set_lunch_fen(by_slot.lunch.value);
    wire.mutable_by_slot()->set_dinner_fen(by_slot.dinner.value);
}
void put(const ShareBenefit& share, v1::Benefit& wire) {
    wire.mutable_share()->set_numerator(share.numerator);
    wire.mutable_share()->set_denominator(share.denominator);
    wire.mutable_share()->set_cap_fen(share.cap.value);
}

ShareBenefit share_from(const v1::ShareOfBill& wire, const Path& at) {
    if (wire.denominator() == 0) throw Unreadable(at / "denominator", "is 0");
    return {wire.numerator(), wire.denominator(), Fen{wire.cap_fen()}};
}

void limits_to_wire(const Limits& limits, v1::Limits& wire) {
    if (limits.per_slot) wire.set_per_slot(*limits.per_slot);
    if (limits.per_day) wire.set_per_day(*limits.per_day);
    if (limits.per_week) wire.set_per_week(*limits.per_week);
}

Limits limits_from(const v1::Limits& wire) {
    Limits limits;
    if (wire.has_per_slot()) limits.per_slot = wire.per_slot();
    if (wire.has_per_day()) limits.per_day = wire.per_day();
    if (wire.has_per_week()) limits.per_week = wire.per_week();
    return limits;
}

}  // namespace

void to_wire(const Benefit& benefit, v1::Benefit& wire) {
    wire.set_payer(benefit.payer);
    std::visit([&wire](const auto& what) { put(what, wire); }, benefit.what);
}

Benefit from_wire(const v1::Benefit& wire, const Path& at) {
    const auto payer = payer_from(wire.payer(), at);
    switch (wire.what_case()) {
        case v1::Benefit::kFixedFen:
            return {payer, FixedBenefit{Fen{wire.fixed_fen()}}};
        case v1::Benefit::kBySlot:
            return {payer, BySlotBenefit{Fen{wire.by_slot().breakfast_fen()}, Fen{wire.by_slot().lunch_fen()},
                                         Fen{wire.by_slot().dinner_fen()}}};
        case v1::Benefit::kShare:
            return {payer, share_from(wire.share(), at / "share")};
        case v1::Benefit::WHAT_NOT_SET:
            break;
    }
    throw Unreadable(at, "is of no known kind");
}

void to_wire(const SheetClass& sheet_class, v1::SheetClass& wire) {
    wire.set_id(sheet_class.id);
    min_spend_to_wire(sheet_class.min_spend, wire);
    list_to_wire(sheet_class.benefits, wire.mutable_benefits());
}

SheetClass from_wire(const v1::SheetClass& wire, const Path& at) {
    return {wire.id(), min_spend_from(wire), list_from_wire(wire.benefits(), max_own_items, at / "benefits")};
}

void to_wire(const SubsidyRight& right, v1::SubsidyRight& wire) {
    enums_to_wire(right.meals, wire.mutable_meals());
    enums_to_wire(right.days, wire.mutable_days());
    enums_to_wire(right.modes, wire.mutable_modes());
    if (right.limits.any()) limits_to_wire(right.limits, *wire.mutable_limits());
    min_spend_to_wire(right.min_spend, wire);
    list_to_wire(right.classes, wire.mutable_classes());
}

SubsidyRight from_wire(const v1::SubsidyRight& wire, const Path& at) {
    SubsidyRight right;
    right.meals = enums_from_wire<MealSlot>(wire.meals(), v1::MealSlot_MAX, at / "meals");
    right.days = enums_from_wire<DayKind>(wire.days(), v1::DayKind_MAX, at / "days");
    right.modes = enums_from_wire<ServiceMode>(wire.modes(), v1::ServiceMode_MAX, at / "modes");
    right.limits = limits_from(wire.limits());
    right.min_spend = min_spend_from(wire);
    right.classes = list_from_wire(wire.classes(), max_own_items, at / "classes");
    return right;
}

void to_wire(const DiscountRight& right, v1::DiscountRight& wire) {
    wire.set_payer(right.payer);
    if (right.pay_percent) wire.set_pay_percent(*right.pay_percent);
    for (auto percent : right.pay_percent_by_meal_of_day) wire.add_pay_percent_by_meal_of_day(percent);
}

DiscountRight from_wire(const v1::DiscountRight& wire, const Path& at) {
    DiscountRight right;
    right.payer = payer_from(wire.payer(), at);
    if (wire.has_pay_percent()) right.pay_percent = wire.pay_percent();
    right.pay_percent_by_meal_of_day.assign(wire.pay_percent_by_meal_of_day().begin(),
                                            wire.pay_percent_by_meal_of_day().end());
    return right;
}

void to_wire(const FixedPriceRight& right, v1::FixedPriceRight& wire) {
    wire.set_payer(right.payer);
    wire.set_list_price_fen(right.list_price.value);
    wire.set_self_pay_fen(right.self_pay.value);
}

FixedPriceRight from_wire(const v1::FixedPriceRight& wire, const Path& at) {
    return {payer_from(wire.payer(), at), Fen{wire.list_price_fen()}, Fen{wire.self_pay_fen()}};
}

void to_wire(const QuotaRight& right, v1::QuotaRight& wire) {
    wire.set_payer(right.payer);
    wire.set_amount_fen(right.amount.value);
}

QuotaRight from_wire(const v1::QuotaRight& wire, const Path& at) {
    return {payer_from(wire.payer(), at), Fen{wire.amount_fen()}};
}

void to_wire(const DeliveryFeeRight& right, v1::DeliveryFeeRight& wire) {
    wire.set_payer(right.payer);
    wire.set_amount_fen(right.amount.value);
}

DeliveryFeeRight from_wire(const v1::DeliveryFeeRight& wire, const Path& at) {
    return {payer_from(wire.payer(), at), Fen{wire.amount_fen()}};
}

}  // namespace canteen
