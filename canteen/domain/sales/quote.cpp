#include "canteen/domain/sales/quote.h"

#include <optional>

#include "canteen/domain/order/line_checks.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/order_keys.h"
#include "canteen/domain/state/state_lookup.h"
#include "canteen/domain/subsidy/allowance.h"
#include "canteen/domain/subsidy/budget.h"
#include "canteen/domain/subsidy/entitle.h"

namespace canteen {

namespace {

RightSheet sheet_for(const Canteen& state, const OrderDraft& draft) {
    SchemesByPriority schemes;
    for (const auto& [priority, scheme] : state.schemes) schemes.push_back(&scheme);
    return entitle(person_in(state, draft.member), areas_of(state.site), schemes, state.employers, draft.meal.date,
                   draft.sheet);
}

void look_up(Uses& uses, const Canteen& state, const UseKey& key) {
    const auto found = state.uses.find(key);
    if (found != state.uses.end()) uses[key] += used_of(key.kind, found->second);
}

// A right that any of the person's records used up is used up.
class UsesOfPerson {
public:
    UsesOfPerson(Uses& uses, const Canteen& state, const Member& person)
        : uses_(uses), state_(state), person_(person) {}

    void require_on(Date date) const {
        require_uses(state_, {person_.id, date});
        for (const auto& merged : person_.merged) require_uses(state_, {merged.id, date});
    }
    void look_up(const std::string& scheme, UseKind kind, Meal meal) {
        const UseKey key{person_.id, scheme, kind, period_of(kind, meal)};
        canteen::look_up(uses_, state_, key);
        for (const auto& merged : person_.merged) {
            const auto found = state_.uses.find({merged.id, scheme, kind, key.period});
            if (found != state_.uses.end()) uses_[key] += used_of(kind, found->second);
        }
    }
    void look_up_day(const std::string& scheme, UseKind kind, Date date) {
        for (const auto slot : meal_slots) look_up(scheme, kind, {date, slot});
    }

private:
    Uses& uses_;
    const Canteen& state_;
    const Member& person_;
};

Uses budgets_for(const Canteen& state, const RightSheet& sheet, Meal meal) {
    Uses uses;
    for (const auto& scheme : sheet.schemes) {
        if (!scheme.budgets.empty()) require_uses(state, {MemberId{}, meal.date});
        for (const auto& budget : scheme.budgets) look_up(uses, state, key_of(scheme, budget, meal));
    }
    return uses;
}

Uses uses_for(const Canteen& state, const RightSheet& sheet, const OrderDraft& draft) {
    Uses uses = budgets_for(state, sheet, draft.meal);
    if (!sheet.has_number()) return uses;
    UsesOfPerson his(uses, state, *person_in(state, draft.member));
    his.require_on(draft.meal.date);
    his.look_up_day("", UseKind::meal_eaten, draft.meal.date);
    for (const auto& right : sheet.employers) his.look_up_day(right.employer, UseKind::allowance, draft.meal.date);
    for (const auto& scheme : sheet.schemes) {
        for (const auto kind : member_use_kinds) his.look_up(scheme.scheme, kind, draft.meal);
    }
    return uses;
}

Quote quote(const Canteen& state, const OrderDraft& draft, PriceQuery query, std::optional<Uses> uses = {}) {
    query.delivery_fee = draft.shown.fee;
    query.mode = draft.mode;
    query.meal = draft.meal;
    query.own_kitchen = state.site.own_kitchen;
    query.identified = draft.identified;
    Quote quote;
    quote.sheet = sheet_for(state, draft);
    quote.uses = uses ? *std::move(uses) : uses_for(state, quote.sheet, draft);
    quote.priced = price(query, quote.sheet, quote.uses);
    for (const auto& line : query.lines) quote.sums.food += line.amount;
    quote.sums.fee = draft.shown.fee;
    quote.sums.shares = quote.priced.shares;
    quote.sums.to_pay = quote.priced.self_pay;
    return quote;
}

}  // namespace

Quote quote_at_menu_prices(const Canteen& state, const OrderDraft& draft, const Menu& menu) {
    PriceQuery query;
    query.day_kind = menu.day_kind;
    for (const auto& line : draft.lines) {
        const Dish& dish = *menu.find(line.dish);
        query.lines.push_back({price_of(line, dish), dish.is_set_meal(), line.quantity});
    }
    return quote(state, draft, std::move(query));
}

namespace {

PriceQuery query_as_charged(const Canteen& state, const OrderDraft& draft, const Menu* menu) {
    PriceQuery query;
    query.day_kind = menu ? menu->day_kind : state.calendar.kind_of(draft.meal.date);
    for (const auto& line : draft.lines) {
        const Dish* dish = menu ? menu->find(line.dish) : nullptr;
        query.lines.push_back({line.amount, dish && dish->is_set_meal(), line.quantity});
    }
    return query;
}

}  // namespace

Quote quote_as_charged(const Canteen& state, const OrderDraft& draft, const Menu* menu) {
    return quote(state, draft, query_as_charged(state, draft, menu));
}

Uses uses_without(const Canteen& state, const Order& order) {
    const RightSheet sheet = sheet_for(state, order.draft);
    Uses uses = uses_for(state, sheet, order.draft);
    for (const auto& right : order.rights) {
        UseKey key = right.key;
        if (!key.member.is_nil()) key.member = sheet.member;
        const auto found = uses.find(key);
        if (found != uses.end()) found->second -= right.ordinal == 0 ? right.fen.value : 1;
    }
    return uses;
}

Uses uses_before(const Canteen& state, const Order& order) {
    Uses uses = uses_without(state, order);
    const auto own = period_of(UseKind::meal_eaten, order.draft.meal);
    std::erase_if(uses,
                  [own](const auto& use) { return use.first.kind == UseKind::meal_eaten && use.first.period >= own; });
    return uses;
}

Quote quote_by_uses(const Canteen& state, const OrderDraft& draft, const Menu* menu, Uses uses) {
    return quote(state, draft, query_as_charged(state, draft, menu), std::move(uses));
}

}  // namespace canteen
