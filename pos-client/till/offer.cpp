#include "pos-client/till/offer.h"

#include <optional>
#include <utility>

#include "canteen/domain/subsidy/allowance.h"
#include "pos-client/till/lines.h"

namespace canteen::till {
namespace {

// Grants nothing: for a known member whose sheets have run out, or for guests before the first sheet came.
RightSheet empty_sheet(MemberId member, Date date) {
    RightSheet sheet;
    sheet.member = member;
    sheet.from = sheet.to = date;
    return sheet;
}

Identified identified_by(const Basket& basket) {
    if (basket.identified != Identified::not_said) return basket.identified;
    if (!basket.card.empty()) return Identified::card;
    return basket.member_number.empty() ? Identified::not_said : Identified::number;
}

PriceQuery query_of(const std::vector<OrderLine>& lines, const Basket& basket, const Menu& menu, bool own_kitchen) {
    PriceQuery query;
    for (const auto& line : lines) {
        const auto* dish = menu.find(line.dish);
        query.lines.push_back({line.amount, dish && dish->is_set_meal(), line.quantity});
    }
    query.delivery_fee = basket.delivery_fee;
    query.mode = basket.mode;
    query.meal = menu.meal;
    query.day_kind = menu.day_kind;
    query.own_kitchen = own_kitchen;
    query.identified = identified_by(basket);
    return query;
}

Uses known_uses(const OfferBasis& basis) {
    auto uses = basis.replica.uses();
    for (const auto& [key, used] : basis.own_uses) uses[key] += used;
    return uses;
}

std::vector<OwnUse> uses_of(const Priced& priced, MemberId member, Meal meal) {
    std::vector<OwnUse> uses;
    for (const auto& [key, fen] : priced.amounts) uses.emplace_back(key, fen.value);
    if (member.is_nil()) return uses;
    const UseKey eaten{member, "", UseKind::meal_eaten, period_of(UseKind::meal_eaten, meal)};
    uses.emplace_back(eaten, 1);
    for (const auto& key : priced.uses) {
        if (key != eaten) uses.emplace_back(key, 1);
    }
    return uses;
}

Sums sums_of(const PriceQuery& query, const Priced& priced) {
    Sums sums;
    for (const auto& line : query.lines) sums.food += line.amount;
    sums.fee = query.delivery_fee;
    sums.shares = priced.shares;
    sums.to_pay = priced.self_pay;
    return sums;
}

OrderDraft draft_of(const Basket& basket, const Menu& menu, const RightSheet& sheet, std::vector<OrderLine> lines) {
    OrderDraft draft;
    draft.member = sheet.member;
    draft.meal = menu.meal;
    draft.mode = basket.mode;
    draft.origin = basket.mode == ServiceMode::delivery ? Origin::delivery : Origin::counter;
    draft.lines = std::move(lines);
    draft.menu = menu.version;
    draft.sheet = sheet.version;
    draft.identified = identified_by(basket);
    return draft;
}

void add_employers(Offer& offer, const RightSheet& sheet, const Menu& menu, const Uses& uses) {
    for (const auto& right : sheet.employers) {
        if (right.allowance)
            offer.allowances[right.employer] = allowance_left(sheet, right.employer, menu.meal, menu.day_kind, uses);
        if (right.has_account) offer.accounts.insert(right.employer);
    }
}

const Menu* menu_of(const Basket& basket, const OfferBasis& basis) {
    if (basket.meal) return basis.replica.menu_of(*basket.meal);
    std::vector<DishId> dishes;
    for (const auto& line : basket.lines) dishes.push_back(line.dish);
    return basis.replica.menu_for(basis.now, dishes);
}

}  // namespace

MemberId member_in(const Basket& basket, const Replica& replica) {
    if (!basket.member.is_nil()) return basket.member;
    return basket.card.empty() ? replica.member_of(basket.member_number) : replica.member_of_card(basket.card);
}

std::variant<Offer, Rejection> offer_for(const Basket& basket, const OfferBasis& basis) {
    const auto* menu = menu_of(basket, basis);
    if (!menu) return Rejection{RejectionCode::menu_unknown, {}, {}};
    const auto member = member_in(basket, basis.replica);
    if (member.is_nil() && identified_by(basket) != Identified::not_said)
        return Rejection{RejectionCode::member_unknown, {}, {}};
    auto lines = order_lines(basket.lines, *menu, basis.replica);
    if (auto* why = std::get_if<Rejection>(&lines)) return std::move(*why);

    const auto* known = basis.replica.sheet_of(member, menu->meal.date);
    const auto sheet = known ? *known : empty_sheet(member, menu->meal.date);
    const auto query = query_of(std::get<0>(lines), basket, *menu, basis.own_kitchen);
    const auto uses = known_uses(basis);
    const auto priced = price(query, sheet, uses);

    Offer result{draft_of(basket, *menu, sheet, std::get<0>(std::move(lines))),
                 uses_of(priced, member, menu->meal),
                 priced.why,
                 {},
                 {}};
    add_employers(result, sheet, *menu, uses);
    result.draft.shown = basket.agreed ? *basket.agreed : sums_of(query, priced);
    if (result.draft.shown.food > max_order_sum) return Rejection{RejectionCode::amount_invalid, {}, {}};
    return result;
}

}  // namespace canteen::till
