#include "canteen/wire/sheet_wire.h"

#include "canteen/wire/common_wire.h"
#include "canteen/wire/member_wire.h"
#include "canteen/wire/office_records_wire.h"
#include "canteen/wire/order_wire.h"
#include "canteen/wire/right_wire.h"

namespace canteen {
namespace {

// Writes RightUse and UseKey, which have the same four fields.
template <class Wire>
void key_to_wire(const UseKey& key, Wire& wire) {
    wire.set_member_id(optional_bytes_of(key.member));
    wire.set_scheme(key.scheme);
    wire.set_kind(enum_to<v1::UseKind>(key.kind));
    wire.set_period(key.period);
}

template <class Wire>
UseKey key_from_wire(const Wire& wire, const Path& at) {
    return {optional_id_from<MemberId>(wire.member_id(), at / "member_id"),
            text_from(wire.scheme(), max_own_text_bytes, at / "scheme"),
            enum_from<UseKind>(wire.kind(), v1::UseKind_MAX, at / "kind"), wire.period()};
}

}  // namespace

void to_wire(const UseKey& key, v1::UseKey& wire) {
    key_to_wire(key, wire);
}

UseKey from_wire(const v1::UseKey& wire, const Path& at) {
    return key_from_wire(wire, at);
}

void to_wire(const UsedRight& right, v1::UsedRight& wire) {
    to_wire(right.key, *wire.mutable_key());
    wire.set_ordinal(right.ordinal);
    wire.set_fen(right.fen.value);
}

UsedRight from_wire(const v1::UsedRight& wire, const Path& at) {
    return {from_wire(wire.key(), at / "key"), wire.ordinal(), Fen{wire.fen()}};
}

void to_wire(const RightUse& use, v1::RightUse& wire) {
    key_to_wire(use.key, wire);
    wire.set_used(use.used);
}

RightUse from_wire(const v1::RightUse& wire, const Path& at) {
    return {key_from_wire(wire, at), wire.used()};
}

void to_wire(const MemberBalance& balance, v1::MemberBalance& wire) {
    wire.set_member_id(bytes_of(balance.member.bytes));
    wire.set_principal_fen(balance.principal.value);
    wire.set_bonus_fen(balance.bonus.value);
    wire.set_points(balance.points);
}

MemberBalance from_wire(const v1::MemberBalance& wire, const Path& at) {
    return {id_from<MemberId>(wire.member_id(), at / "member_id"), Fen{wire.principal_fen()}, Fen{wire.bonus_fen()},
            wire.points()};
}

namespace {

void put(const SubsidyRight& right, v1::SheetStep& wire) {
    to_wire(right, *wire.mutable_subsidy());
}
void put(const std::vector<DiscountRight>& rights, v1::SheetStep& wire) {
    list_to_wire(rights, wire.mutable_discount()->mutable_rights());
}
void put(const std::vector<FixedPriceRight>& rights, v1::SheetStep& wire) {
    list_to_wire(rights, wire.mutable_fixed_price()->mutable_rights());
}
void put(const QuotaRight& right, v1::SheetStep& wire) {
    to_wire(right, *wire.mutable_quota());
}
void put(const DeliveryFeeRight& right, v1::SheetStep& wire) {
    to_wire(right, *wire.mutable_delivery_fee());
}

decltype(SheetStep::what) right_from(const v1::SheetStep& wire, const Path& at) {
    switch (wire.step_case()) {
        case v1::SheetStep::kSubsidy:
            return from_wire(wire.subsidy(), at / "subsidy");
        case v1::SheetStep::kDiscount:
            return list_from_wire(wire.discount().rights(), max_own_items, at / "discount");
        case v1::SheetStep::kFixedPrice:
            return list_from_wire(wire.fixed_price().rights(), max_own_items, at / "fixed_price");
        case v1::SheetStep::kQuota:
            return from_wire(wire.quota(), at / "quota");
        case v1::SheetStep::kDeliveryFee:
            return from_wire(wire.delivery_fee(), at / "delivery_fee");
        case v1::SheetStep::STEP_NOT_SET:
            break;
    }
    throw Unreadable(at, "is of no known kind");
}

}  // namespace

void to_wire(const SheetStep& step, v1::SheetStep& wire) {
    wire.set_index(step.index);
    std::visit([&wire](const auto& right) { put(right, wire); }, step.what);
    if (step.terms != StepTerms{}) to_wire(step.terms, *wire.mutable_terms());
}

SheetStep from_wire(const v1::SheetStep& wire, const Path& at) {
    return {wire.index(), right_from(wire, at), from_wire(wire.terms(), at / "terms")};
}

void to_wire(const SheetScheme& scheme, v1::SheetScheme& wire) {
    wire.set_scheme(scheme.scheme);
    wire.set_version(scheme.version);
    list_to_wire(scheme.steps, wire.mutable_steps());
    for (const auto& other : scheme.excludes) wire.add_excludes(other);
    wire.set_min_self_pay_fen(scheme.min_self_pay.value);
    list_to_wire(scheme.budgets, wire.mutable_budgets());
    enums_to_wire(scheme.counted, wire.mutable_counted());
    enums_to_wire(scheme.identification, wire.mutable_identification());
}

SheetScheme from_wire(const v1::SheetScheme& wire, const Path& at) {
    return {text_from(wire.scheme(), max_own_text_bytes, at / "scheme"),
            text_from(wire.version(), max_own_text_bytes, at / "version"),
            list_from_wire(wire.steps(), max_own_items, at / "steps"),
            {wire.excludes().begin(), wire.excludes().end()},
            Fen{wire.min_self_pay_fen()},
            list_from_wire(wire.budgets(), max_own_items, at / "budgets"),
            enums_from_wire<UseKind>(wire.counted(), v1::UseKind_MAX, at / "counted"),
            enums_from_wire<Identified>(wire.identification(), v1::Identified_MAX, at / "identification")};
}

void to_wire(const RightSheet& sheet, v1::RightSheet& wire) {
    wire.set_version(sheet.version);
    wire.set_member_id(optional_bytes_of(sheet.member));
    wire.set_member_number(sheet.member_number);
    wire.set_name(sheet.name);
    wire.set_last_four(sheet.last_four);
    wire.set_from_date(sheet.from.days);
    wire.set_to_date(sheet.to.days);
    list_to_wire(sheet.schemes, wire.mutable_schemes());
    for (const auto& card : sheet.cards) wire.add_cards(card);
    ids_to_wire(sheet.carers, wire.mutable_carers());
    list_to_wire(sheet.employers, wire.mutable_employers());
    allergens_to_wire(sheet.allergens, wire.mutable_allergens());
    wire.set_diet_flags(sheet.diet);
    for (const auto& number : sheet.former_numbers) wire.add_former_numbers(number);
}

RightSheet from_wire(const v1::RightSheet& wire, const Path& at) {
    RightSheet sheet;
    sheet.version = wire.version();
    sheet.member = optional_id_from<MemberId>(wire.member_id(), at / "member_id");
    sheet.member_number = text_from(wire.member_number(), max_own_text_bytes, at / "member_number");
    sheet.name = text_from(wire.name(), max_own_text_bytes, at / "name");
    sheet.last_four = text_from(wire.last_four(), max_own_text_bytes, at / "last_four");
    sheet.from = date_from(wire.from_date(), at / "from_date");
    sheet.to = date_from(wire.to_date(), at / "to_date");
    sheet.schemes = list_from_wire(wire.schemes(), max_own_items, at / "schemes");
    sheet.cards = {wire.cards().begin(), wire.cards().end()};
    sheet.carers = ids_from_wire<MemberId>(wire.carers(), at / "carers");
    sheet.employers = list_from_wire(wire.employers(), max_own_items, at / "employers");
    sheet.allergens = allergens_from(wire.allergens(), at / "allergens");
    sheet.diet = diet_flags_from(wire.diet_flags(), at / "diet_flags");
    sheet.former_numbers = {wire.former_numbers().begin(), wire.former_numbers().end()};
    return sheet;
}

}  // namespace canteen
