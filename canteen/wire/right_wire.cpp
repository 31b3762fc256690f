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
    wire.mutable_min_spend()->set_after_earlier(min_spend->after_earlier);
}

template <class Wire>
std::optional<MinSpend> min_spend_from(const Wire& wire) {
    if (!wire.has_min_spend()) return std::nullopt;
    const auto& min_spend = wire.min_spend();
    return MinSpend{Fen{min_spend.fen()}, min_spend.strict(), min_spend.after_earlier()};
}

// Leaves out the usual rounding, down to the fen.
template <class Wire>
void rounding_to_wire(const Rounding& rounding, Wire& wire) {
    if (rounding == Rounding{}) return;
    wire.mutable_rounding()->set_unit_fen(rounding.unit.value);
    wire.mutable_rounding()->set_direction(enum_to<v1::RoundingDirection>(rounding.direction));
    wire.mutable_rounding()->set_of_rest(rounding.of_rest);
}

template <class Wire>
Rounding rounding_from(const Wire& wire, const Path& at) {
    if (!wire.has_rounding()) return {};
    const auto& rounding = wire.rounding();
    if (rounding.unit_fen() <= 0 || Fen{rounding.unit_fen()} > max_rounding_unit)
        throw Unreadable(at / "rounding" / "unit_fen", "is no unit");
    return {
        Fen{rounding.unit_fen()},
        enum_from<RoundingDirection>(rounding.direction(), v1::RoundingDirection_MAX, at / "rounding" / "direction"),
        rounding.of_rest()};
}

template <class Right, class Wire>
void set_meals_to_wire(const Right& right, Wire& wire) {
    if (right.set_meals_from) wire.set_set_meals_from_fen(right.set_meals_from->value);
}

template <class Wire>
std::optional<Fen> set_meals_from(const Wire& wire) {
    if (!wire.has_set_meals_from_fen()) return std::nullopt;
    return Fen{wire.set_meals_from_fen()};
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
    rounding_to_wire(share.rounding, *wire.mutable_share());
}

ShareBenefit share_from(const v1::ShareOfBill& wire, const Path& at) {
    if (wire.denominator() == 0) throw Unreadable(at / "denominator", "is 0");
    return {wire.numerator(), wire.denominator(), Fen{wire.cap_fen()}, rounding_from(wire, at)};
}

void limits_to_wire(const Limits& limits, v1::Limits& wire) {
    if (limits.per_slot) wire.set_per_slot(*limits.per_slot);
    if (limits.per_day) wire.set_per_day(*limits.per_day);
    if (limits.per_week) wire.set_per_week(*limits.per_week);
    if (limits.per_month) wire.set_per_month(*limits.per_month);
    if (limits.per_year) wire.set_per_year(*limits.per_year);
    if (limits.given_per_month) wire.set_given_per_month_fen(limits.given_per_month->value);
    if (limits.given_per_year) wire.set_given_per_year_fen(limits.given_per_year->value);
}

Limits limits_from(const v1::Limits& wire) {
    Limits limits;
    if (wire.has_per_slot()) limits.per_slot = wire.per_slot();
    if (wire.has_per_day()) limits.per_day = wire.per_day();
    if (wire.has_per_week()) limits.per_week = wire.per_week();
    if (wire.has_per_month()) limits.per_month = wire.per_month();
    if (wire.has_per_year()) limits.per_year = wire.per_year();
    if (wire.has_given_per_month_fen()) limits.given_per_month = Fen{wire.given_per_month_fen()};
    if (wire.has_given_per_year_fen()) limits.given_per_year = Fen{wire.given_per_year_fen()};
    return limits;
}

// Writes a step's terms: into a subsidy's message itself, or into the message of terms that the other steps have.
template <class Wire>
void terms_to_wire(const StepTerms& terms, Wire& wire) {
    enums_to_wire(terms.meals, wire.mutable_meals());
    enums_to_wire(terms.days, wire.mutable_days());
    enums_to_wire(terms.modes, wire.mutable_modes());
    if (terms.limits.any()) limits_to_wire(terms.limits, *wire.mutable_limits());
    min_spend_to_wire(terms.min_spend, wire);
    for (const auto ordinal : terms.meals_of_day) wire.add_meals_of_day(ordinal);
}

template <class Wire>
StepTerms terms_from_wire(const Wire& wire, const Path& at) {
    StepTerms terms;
    terms.meals = enums_from_wire<MealSlot>(wire.meals(), v1::MealSlot_MAX, at / "meals");
    terms.days = enums_from_wire<DayKind>(wire.days(), v1::DayKind_MAX, at / "days");
    terms.modes = enums_from_wire<ServiceMode>(wire.modes(), v1::ServiceMode_MAX, at / "modes");
    terms.limits = limits_from(wire.limits());
    terms.min_spend = min_spend_from(wire);
    terms.meals_of_day.assign(wire.meals_of_day().begin(), wire.meals_of_day().end());
    return terms;
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
    set_meals_to_wire(sheet_class, wire);
    if (sheet_class.shrink != Shrink::last) wire.set_shrink(enum_to<v1::Shrink>(sheet_class.shrink));
}

SheetClass from_wire(const v1::SheetClass& wire, const Path& at) {
    const bool last = wire.shrink() == v1::SHRINK_UNSPECIFIED;
    return {wire.id(), min_spend_from(wire), list_from_wire(wire.benefits(), max_own_items, at / "benefits"),
            set_meals_from(wire),
            last ? Shrink::last : enum_from<Shrink>(wire.shrink(), v1::Shrink_MAX, at / "shrink")};
}

void to_wire(const StepTerms& terms, v1::StepTerms& wire) {
    terms_to_wire(terms, wire);
}

StepTerms from_wire(const v1::StepTerms& wire, const Path& at) {
    return terms_from_wire(wire, at);
}

void to_wire(const SubsidyRight& right, v1::SubsidyRight& wire) {
    terms_to_wire(right.terms, wire);
    list_to_wire(right.classes, wire.mutable_classes());
    set_meals_to_wire(right, wire);
    wire.set_min_self_pay_fen(right.min_self_pay.value);
    if (right.choose != Choose::best) wire.set_choose(enum_to<v1::Choose>(right.choose));
}

SubsidyRight from_wire(const v1::SubsidyRight& wire, const Path& at) {
    SubsidyRight right;
    right.terms = terms_from_wire(wire, at);
    right.classes = list_from_wire(wire.classes(), max_own_items, at / "classes");
    right.set_meals_from = set_meals_from(wire);
    right.min_self_pay = {wire.min_self_pay_fen()};
    if (wire.choose() != v1::CHOOSE_UNSPECIFIED)
        right.choose = enum_from<Choose>(wire.choose(), v1::Choose_MAX, at / "choose");
    return right;
}

void to_wire(const DiscountRight& right, v1::DiscountRight& wire) {
    wire.set_payer(right.payer);
    if (right.pay_percent) wire.set_pay_percent(*right.pay_percent);
    for (auto percent : right.pay_percent_by_meal_of_day) wire.add_pay_percent_by_meal_of_day(percent);
    rounding_to_wire(right.rounding, wire);
}

DiscountRight from_wire(const v1::DiscountRight& wire, const Path& at) {
    DiscountRight right;
    right.payer = payer_from(wire.payer(), at);
    if (wire.has_pay_percent()) right.pay_percent = wire.pay_percent();
    right.pay_percent_by_meal_of_day.assign(wire.pay_percent_by_meal_of_day().begin(),
                                            wire.pay_percent_by_meal_of_day().end());
    right.rounding = rounding_from(wire, at);
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

void to_wire(const Budget& budget, v1::Budget& wire) {
    wire.set_payer(budget.payer);
    wire.set_period(enum_to<v1::UseKind>(budget.period));
    wire.set_amount_fen(budget.amount.value);
}

Budget from_wire(const v1::Budget& wire, const Path& at) {
    return {payer_from(wire.payer(), at), enum_from<UseKind>(wire.period(), v1::UseKind_MAX, at / "period"),
            Fen{wire.amount_fen()}};
}

}  // namespace canteen
