// The basket with its sums, as the cashier sees it and as the guest does.
#include <algorithm>
#include <set>

#include "canteen/wire/common_wire.h"
#include "canteen/wire/order_wire.h"
#include "pos-client/page/part_maker.h"
#include "pos-client/page/shown.h"

namespace canteen::till {
namespace {

// A row without a price yet: the menu alone says what it is.
ShownLine unpriced(const BasketRow& row, const Menu* menu) {
    ShownLine line{row.number, row.line.dish, row.line.quantity, row.line.grams, row.line.note, row.line.flags};
    const auto* dish = menu ? menu->find(row.line.dish) : nullptr;
    if (!dish) return line;
    line.unit_price = dish->price;
    line.price_grams = dish->price_grams;
    line.amount = dish->by_weight() ? price_by_weight(dish->price, dish->price_grams, row.line.grams)
                                    : dish->price * std::int64_t{row.line.quantity};
    return line;
}

void warn_of_allergens(const RightSheet& sheet, const Menu& menu, v1::BasketRow& row) {
    std::set<std::uint32_t> dishes{row.dish()};
    for (const auto& chosen : row.chosen()) dishes.insert(chosen.dish());
    for (const auto group : sheet.allergens) {
        const bool is_met = std::ranges::any_of(dishes, [&](std::uint32_t id) {
            const auto* dish = menu.find({id});
            return dish && std::ranges::find(dish->allergens, group) != dish->allergens.end();
        });
        if (is_met) row.add_allergens_met(group);
    }
}

void show_sums(const Offer& offer, v1::BasketPart& part) {
    const auto& sums = offer.draft.shown;
    part.set_list_fen(sums.food.value);
    part.set_fee_fen(sums.fee.value);
    part.set_to_pay_fen(sums.to_pay.value);
    show(sums.shares, *part.mutable_reductions());
    for (const auto& why : offer.why) {
        if (why.code == "given") continue;
        auto& hint = *part.add_hints();
        hint.set_scheme(why.scheme);
        hint.set_code(why.code);
    }
}

void show_tenders(const std::vector<TenderOffer>& offers, v1::BasketPart& part) {
    for (const auto& offer : offers) {
        auto& shown = *part.add_tenders();
        shown.set_kind(enum_to<v1::TenderKind>(offer.kind));
        shown.set_code(offer.code);
        shown.set_name(offer.name);
        shown.set_most_fen(offer.most.value);
        shown.set_left_after_fen(offer.left_after.value);
        shown.set_rounding_fen(offer.rounding.value);
    }
}

void show_rows(const WorkingBasket& basket, const Offer* offer, const Till& till, const Menu* menu,
               v1::BasketPart& part) {
    for (std::size_t i = 0; i < basket.rows.size(); ++i) {
        const auto& row = basket.rows[i];
        auto line = offer ? shown_line(offer->draft.lines[i]) : unpriced(row, menu);
        line.row = row.number;
        auto& shown = *part.add_rows();
        show(line, menu, shown);
        shown.set_sold_out(menu && !till.replica().is_left({menu->meal, row.line.dish}));
    }
}

// A dish that is gone is told before the guest pays, not by the server after.
void show_problem(const Denied& last, const Rejection* why, const Menu* menu, v1::BasketPart& part) {
    if (!last && !why) return;
    show(last ? *last : denial_of(*why), *part.mutable_problem());
    name_dish(menu, *part.mutable_problem());
}

void show_flags_missed(const RightSheet& sheet, const WorkingBasket& basket, v1::BasketPart& part) {
    DietFlags set = 0;
    for (const auto& row : basket.rows) set = static_cast<DietFlags>(set | row.line.flags);
    part.set_flags_missed(static_cast<std::uint32_t>(sheet.diet & ~set));
}

}  // namespace

v1::BasketPart PartMaker::basket(Timestamp now) const {
    const auto& basket = basis_.counter.basket();
    const auto* menu = basis_.counter.menu(now);
    v1::BasketPart part;
    part.set_basket_id(bytes_of(basket.id.bytes));
    part.set_revision(basket.revision);
    part.set_mode(enum_to<v1::ServiceMode>(basket.mode));
    if (menu) to_wire(menu->meal, *part.mutable_meal());
    part.set_guest_by(enum_to<v1::Identified>(basket.guest_by));
    part.set_provisional(!basis_.till.upstream().live());
    part.set_price_changed(basket.new_sums && !basket.is_agreed);
    if (!basket.guest.is_nil()) show_guest(basis_.till, basket.guest, basket.guest_by, menu, *part.mutable_guest());

    const auto offered = basket.is_empty() ? std::variant<Offer, Rejection>{Rejection{}} : basis_.counter.offer(now);
    const auto* offer = std::get_if<Offer>(&offered);
    show_rows(basket, offer, basis_.till, menu, part);
    if (basket.is_empty()) return part;
    show_problem(basis_.counter.problem(), std::get_if<Rejection>(&offered), menu, part);
    if (!offer) return part;
    show_sums(*offer, part);
    show_tenders(basis_.counter.tenders(*offer), part);
    if (basket.new_sums && !basket.is_agreed) part.set_to_pay_fen(basket.new_sums->to_pay.value);
    const auto* sheet = menu ? basis_.till.replica().sheet_of(basket.guest, menu->meal.date) : nullptr;
    if (!sheet || basket.guest.is_nil()) return part;
    for (auto& row : *part.mutable_rows()) warn_of_allergens(*sheet, *menu, row);
    show_flags_missed(*sheet, basket, part);
    return part;
}

v1::TillView PartMaker::display(Timestamp now) const {
    const auto basket = this->basket(now);
    const auto& sale = basis_.counter.sale();
    v1::TillView view;
    auto& part = *view.mutable_display();
    part.set_site(basis_.till.site());
    part.set_spoken(basis_.switches.is_spoken);
    part.set_language_en(basis_.switches.language == Language::en);
    const bool is_paid = sale.stage == SaleStage::sold && basket.rows().empty();
    const bool is_asking = sale.stage == SaleStage::asking && basket.rows().empty();
    part.set_stage(is_paid ? "paid" : is_asking ? "asking" : basket.rows().empty() ? "idle" : "basket");
    for (const auto& row : basket.rows()) {
        auto& line = *part.add_rows();
        line.set_name(row.name());
        line.set_name_en(row.name_en());
        line.set_quantity(row.quantity());
        line.set_grams(row.grams());
        line.set_amount_fen(row.amount_fen());
    }
    part.set_list_fen(basket.list_fen() + basket.fee_fen());
    part.set_to_pay_fen(is_paid ? sale.to_pay.value : basket.to_pay_fen());
    for (const auto& reduction : basket.reductions()) part.set_reductions_fen(part.reductions_fen() + reduction.fen());
    for (const auto& tender : basket.tenders())
        if (tender.kind() == v1::STORED_VALUE && tender.most_fen() == basket.to_pay_fen()) {
            part.set_has_balance(true);
            part.set_balance_after_fen(tender.left_after_fen());
        }
    if (!is_paid) return view;
    part.set_given_fen(sale.given.value);
    part.set_change_fen(sale.change().value);
    show_pickup(sale.pickup, *part.mutable_pickup());
    if (const auto holding = basis_.till.holding_of(sale.basket.guest); holding && *holding != Holding{}) {
        part.set_has_balance(true);
        part.set_balance_after_fen((holding->principal + holding->bonus).value);
    }
    return view;
}

}  // namespace canteen::till
