#include "pos-client/page/shown.h"

#include <algorithm>

#include "canteen/domain/base/number.h"
#include "canteen/wire/common_wire.h"
#include "canteen/wire/order_wire.h"
#include "pos-client/counter/guest_finder.h"
#include "pos-client/counter/rights_left.h"

namespace canteen::till {
namespace {

void show_dish_name(const Menu* menu, DishId dish, auto& shown) {
    const auto* known = menu ? menu->find(dish) : nullptr;
    shown.set_dish(dish.value);
    shown.set_name(known ? known->name : std::to_string(dish.value));
    shown.set_name_en(known ? known->name_en : "");
}

v1::Param* param_of(v1::Refusal& shown, std::string_view name) {
    const auto found = std::ranges::find_if(*shown.mutable_params(), [&](const auto& p) { return p.name() == name; });
    return found == shown.mutable_params()->end() ? nullptr : &*found;
}

void add_param(v1::Refusal& shown, const char* name, const std::string& value) {
    auto& param = *shown.add_params();
    param.set_name(name);
    param.set_value(value);
}

void show_rights(const Till& till, const RightSheet& sheet, const Menu& menu, v1::GuestShown& shown) {
    for (const auto& right : rights_left(sheet, menu.meal, menu.day_kind, till.known_uses(sheet.member))) {
        auto& one = *shown.add_rights();
        one.set_scheme(right.scheme);
        one.set_left(right.meals);
        one.set_by_quota(right.by_quota);
        one.set_left_fen(right.fen.value);
        one.set_provisional(!till.upstream().live());
    }
}

}  // namespace

void show(const Denial& why, v1::Refusal& shown) {
    shown.set_name(why.code);
    list_to_wire(why.params, shown.mutable_params());
}

void show(const Exception& exception, v1::Refusal& shown) {
    shown.set_code(static_cast<std::uint32_t>(exception.code));
    shown.set_name(std::string(name_of(exception.code)));
    list_to_wire(exception.params, shown.mutable_params());
}

void name_dish(const Menu* menu, v1::Refusal& shown) {
    auto* dish = param_of(shown, "dish");
    const auto number = dish ? whole_number<std::uint32_t>(dish->value()) : std::nullopt;
    const auto* known = menu && number ? menu->find({*number}) : nullptr;
    if (!known) return;
    dish->set_value(known->name);
    add_param(shown, "dish_en", known->name_en.empty() ? known->name : known->name_en);
}

void name_payers(const std::vector<Share>& shares, v1::Refusal& shown) {
    const auto* scheme = param_of(shown, "scheme");
    if (!scheme) return;
    std::string payers;
    for (const auto& share : shares) {
        const bool is_named = (payers + ",").find("," + share.payer + ",") != std::string::npos;
        if (share.scheme == scheme->value() && !is_named) payers += "," + share.payer;
    }
    if (!payers.empty()) add_param(shown, "payer", payers.substr(1));
}

void show(const std::vector<Tender>& tenders, google::protobuf::RepeatedPtrField<v1::Tender>& shown) {
    list_to_wire(tenders, &shown);
}

void show(const std::vector<Share>& shares, google::protobuf::RepeatedPtrField<v1::Reduction>& shown) {
    for (const auto& share : shares) {
        if (share.fen == Fen{}) continue;
        const auto same = std::ranges::find_if(
            shown, [&](const v1::Reduction& r) { return r.scheme() == share.scheme && r.payer() == share.payer; });
        auto& one = same != shown.end() ? *same : *shown.Add();
        one.set_scheme(share.scheme);
        one.set_payer(share.payer);
        one.set_fen(one.fen() + share.fen.value);
    }
}

void show_pickup(const std::string& pickup, v1::PickupNumber& shown) {
    const auto digits = std::min(pickup.find_first_of("0123456789"), pickup.size());
    shown.set_letters(pickup.substr(0, digits));
    shown.set_count(whole_number<std::uint32_t>(std::string_view(pickup).substr(digits)).value_or(0));
}

void show_guest(const Till& till, MemberId guest, Identified by, const Menu* menu, v1::GuestShown& shown) {
    shown.set_member_id(bytes_of(guest.bytes));
    shown.set_identified(enum_to<v1::Identified>(by));
    if (const auto holding = till.holding_of(guest)) {
        shown.set_balance_fen((holding->principal + holding->bonus).value);
        shown.set_principal_fen(holding->principal.value);
        shown.set_points(holding->points);
        if (!till.upstream().live()) shown.set_as_of_ms(till.last_heard().ms);
    }
    const auto* sheet = menu ? till.replica().sheet_of(guest, menu->meal.date) : nullptr;
    if (!sheet) return;
    shown.set_name(sheet->name);
    shown.set_last_four(sheet->last_four);
    shown.set_number(sheet->member_number);
    if (!sheet->cards.empty()) shown.set_card_last_four(last_four_of(sheet->cards.back()));
    show_rights(till, *sheet, *menu, shown);
    for (const auto group : sheet->allergens) shown.add_allergens(group);
    shown.set_diet_flags(sheet->diet);
    for (const auto& right : sheet->employers) {
        auto& employer = *shown.add_employers();
        employer.set_code(right.employer);
        employer.set_name(right.name);
        employer.set_has_account(right.has_account);
    }
}

void show(const ShownLine& line, const Menu* menu, v1::BasketRow& shown) {
    shown.set_row(line.row);
    show_dish_name(menu, line.dish, shown);
    shown.set_quantity(line.quantity);
    shown.set_grams(line.grams);
    shown.set_unit_price_fen(line.unit_price.value);
    shown.set_price_grams(line.price_grams);
    shown.set_amount_fen(line.amount.value);
    shown.set_note(line.note);
    shown.set_diet_flags(line.flags);
    for (const auto& chosen : line.chosen) {
        auto& one = *shown.add_chosen();
        one.set_slot(chosen.slot);
        show_dish_name(menu, chosen.dish, one);
    }
}

ShownLine shown_line(const OrderLine& line) {
    return {line.id.value, line.dish,   line.quantity,   line.grams,  line.note,
            line.flags,    line.chosen, line.unit_price, line.amount, line.price_grams};
}

}  // namespace canteen::till
