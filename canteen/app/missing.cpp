#include "canteen/app/missing.h"

#include <algorithm>

#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/state/order_keys.h"

namespace canteen {
namespace {

template <class T>
void sort_out(std::vector<T>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

// Also when no scheme has a budget any more.
bool takes_of_budget(const Order& order) {
    return std::ranges::any_of(order.rights, [](const UsedRight& right) { return is_budget(right.key.kind); });
}

}  // namespace

Needs Missing::take() {
    sort_out(needs_.orders);
    sort_out(needs_.pickups);
    sort_out(needs_.menus);
    sort_out(needs_.members);
    sort_out(needs_.use_scopes);
    sort_out(needs_.balances);
    sort_out(needs_.points);
    sort_out(needs_.cards);
    sort_out(needs_.numbers);
    sort_out(needs_.id_numbers);
    sort_out(needs_.shifts);
    sort_out(needs_.facts);
    return std::move(needs_);
}

const Order* Missing::order(OrderId id) {
    auto found = state_.orders.find(id);
    if (found == state_.orders.end()) {
        needs_.orders.push_back(id);
        return nullptr;
    }
    return found->second ? &*found->second : nullptr;
}

void Missing::menu(Meal meal) {
    if (!state_.menus.contains(meal)) needs_.menus.push_back(meal);
}

// Null until it is loaded, or if there is none.
const Member* Missing::record(MemberId id) {
    if (id.is_nil()) return nullptr;
    const auto known = state_.members.find(id);
    if (known == state_.members.end()) needs_.members.push_back(id);
    return known != state_.members.end() && known->second ? &*known->second : nullptr;
}

// Adds the record it was merged into, which speaks for the person.
const Member* Missing::member(MemberId id) {
    const Member* known = record(id);
    return known && known->is_merged() ? record(known->merged_into) : known;
}

// Calls `need` for each of the person's records.
template <class Need>
void Missing::for_records(MemberId id, Need need) {
    if (id.is_nil()) return;
    const Member* person = member(id);
    if (!person || person->id != id) need(id);
    if (!person) return;
    need(person->id);
    for (const auto& merged : person->merged)
        if (merged.id != id) need(merged.id);
}

void Missing::number(const std::string& text) {
    auto key = normal_number(text);
    if (!state_.numbers.contains(key)) needs_.numbers.push_back(std::move(key));
}

void Missing::id_number(const std::string& text) {
    if (!text.empty() && !state_.id_numbers.contains(text)) needs_.id_numbers.push_back(text);
}

void Missing::holder_of_id_number(const std::string& text) {
    id_number(text);
    const auto found = state_.id_numbers.find(text);
    if (found != state_.id_numbers.end() && found->second) member(*found->second);
}

// The number, then whoever has it.
void Missing::holder_of_number(const std::string& text) {
    number(text);
    const auto found = state_.numbers.find(normal_number(text));
    if (found != state_.numbers.end() && found->second) member(*found->second);
}

void Missing::card(const std::string& text) {
    auto key = normal_number(text);
    if (!state_.cards.contains(key)) needs_.cards.push_back(std::move(key));
}

void Missing::points(MemberId id) {
    for_records(id, [this](MemberId each) {
        if (!state_.points.contains(each)) needs_.points.push_back(each);
    });
}

void Missing::uses(MemberId id, Date date) {
    for_records(id, [this, date](MemberId each) {
        if (!state_.use_scopes.contains({each, date})) needs_.use_scopes.push_back({each, date});
    });
}

void Missing::shift(ShiftId id) {
    if (!id.is_nil() && !state_.shifts.contains(id)) needs_.shifts.push_back(id);
}

void Missing::fact(FactId id) {
    if (!id.is_nil() && !state_.facts.contains(id)) needs_.facts.push_back(id);
}

void Missing::budgets(Date date) {
    if (!state_.use_scopes.contains({MemberId{}, date})) needs_.use_scopes.push_back({MemberId{}, date});
}

void Missing::day(Date date, const Calendar& next) {
    if (date < date_at_site(now_) || state_.calendar.kind_of(date) == next.kind_of(date)) return;
    for (auto slot : meal_slots) menu({date, slot});
}

void Missing::balance(MemberId id) {
    for (auto kind : state_.deduct_order)
        if (auto account = account_of(id, kind); is_stored_value(kind) && !state_.balances.contains(account))
            needs_.balances.push_back(account);
}

void Missing::account(MemberId id) {
    for_records(id, [this](MemberId each) {
        record(each);
        balance(each);
    });
}

void Missing::basis(const OrderDraft& d, const std::vector<Tender>& tenders) {
    menu(d.meal);
    member(d.member);
    member(d.ordered_by);
    uses(d.member, d.meal.date);
    if (has_budgets(state_)) budgets(d.meal.date);
    if (uses_stored_value(tenders)) account(d.member);
    if (uses_points(tenders)) points(d.member);
}

void Missing::draft(const OrderDraft& d, const std::vector<Tender>& tenders) {
    order_with_basis(d.id);
    auto pickup = pickup_of(d);
    if (pickup && !state_.pickups.contains(*pickup)) needs_.pickups.push_back(*pickup);
    basis(d, tenders);
}

// Taking an order back returns its portions, rights and money.
void Missing::order_with_basis(OrderId id) {
    const auto* known = order(id);
    if (!known) return;
    basis(known->draft, known->tenders);
    if (takes_of_budget(*known)) budgets(known->draft.meal.date);
    for (const auto& move : known->consumed) menu(move.key.meal);
}

void Missing::due(const std::map<Timestamp, std::set<OrderId>>& by_time, Timestamp until) {
    for (auto it = by_time.begin(); it != by_time.end() && it->first <= until; ++it)
        for (auto id : it->second) order_with_basis(id);
}

}  // namespace canteen
