#include "canteen/app/needs.h"

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

// Gathers what is not loaded yet.
class Gatherer {
public:
    Gatherer(const Canteen& state, Timestamp now) : state_(state), now_(now) {}

    void operator()(const PlaceOrder& c) { draft(c.order, c.tenders); }
    void operator()(const RecordSale& c) { draft(c.order, c.tenders); }
    void operator()(const CancelOrder& c) { order_with_basis(c.order); }
    void operator()(const Refund& c) { order_with_basis(c.order); }
    void operator()(const RejectClaimLine& c) { order_with_basis(c.order); }
    void operator()(const DateSale& c) {
        const auto* known = order(c.order);
        if (!known) return;
        OrderDraft dated = known->draft;
        dated.meal = c.meal;
        draft(dated, known->tenders);
    }
    void operator()(const SettleShort& c) {
        const auto* known = order(c.order);
        if (known) account(known->draft.member);
    }
    void operator()(const TopUp& c) { account(c.member); }
    void operator()(const PayOut& c) { account(c.member); }
    void operator()(const TransferBalance& c) {
        for (const auto id : {c.from, c.to}) {
            account(id);
            points(id);
        }
    }
    void operator()(const ImportBalances& c) {
        for (const auto& opening : c.balances) {
            account(opening.member);
            points(opening.member);
        }
    }
    void operator()(const RecordHours& c) {
        member(c.hours.member);
        points(c.hours.member);
    }
    void operator()(const ImportUses& c) {
        for (const auto& [key, number, used] : c.uses) {
            member(key.member);
            uses(key.member, first_day_of(key.kind, key.period));
        }
    }
    void operator()(const ProposeCorrections& c) {
        member(c.member);
        for (auto id : c.orders) order_with_basis(id);
    }
    void operator()(const MarkLine& c) { order(c.order); }
    void operator()(const MarkTicket& c) { order(c.order); }
    void operator()(const HandOver& c) { order(c.order); }
    void operator()(const AcknowledgeCancelled& c) { order(c.order); }
    void operator()(const SetSoldOut& c) { menu(c.key.meal); }
    void operator()(const AddPortions& c) { menu(c.key.meal); }
    void operator()(const Tick&) {
        due(state_.expiries, now_);
        due(state_.ready_since, now_ - state_.site.keep_ready_for);
    }
    void operator()(const ImportMenus& c) {
        for (const auto& m : c.menus) menu(m.meal);
    }
    void operator()(const ImportMembers& c) {
        for (const auto& m : c.members) {
            holder_of_number(m.number);
            member(m.id);
            holder_of_id_number(m.id_number);
            for (const auto& held : m.cards) card(held.number);
        }
    }
    void operator()(const PutMember& c) {
        member(c.member.id);
        number(c.member.number);
        holder_of_id_number(normalise_id_number(c.member.id_number));
    }
    void operator()(const ReviewApplication& c) { member(c.member); }
    void operator()(const IssueCard& c) {
        member(c.member);
        card(c.card);
    }
    void operator()(const ReportCardLost& c) { member(c.member); }
    void operator()(const EraseMember& c) {
        account(c.member);
        points(c.member);
    }
    // Orders that are held are all there.
    void operator()(const MergeMembers& c) {
        for (const auto id : {c.kept, c.merged}) {
            account(id);
            points(id);
        }
    }
    // A menu says what kind of day it is for: those of days whose kind changes are published anew.
    void operator()(const ImportCalendar& c) {
        for (const auto& [date, mark] : state_.calendar.marks) day(date, c.calendar);
        for (const auto& [date, mark] : c.calendar.marks) day(date, c.calendar);
    }
    template <class SiteWide>
    void operator()(const SiteWide&) {}  // schemes, devices, epoch: always loaded

    Needs take() {
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
        return std::move(needs_);
    }

private:
    const Order* order(OrderId id) {
        auto found = state_.orders.find(id);
        if (found == state_.orders.end()) {
            needs_.orders.push_back(id);
            return nullptr;
        }
        return found->second ? &*found->second : nullptr;
    }
    void menu(Meal meal) {
        if (!state_.menus.contains(meal)) needs_.menus.push_back(meal);
    }
    // Null until it is loaded, or if there is none.
    const Member* record(MemberId id) {
        if (id.is_nil()) return nullptr;
        const auto known = state_.members.find(id);
        if (known == state_.members.end()) needs_.members.push_back(id);
        return known != state_.members.end() && known->second ? &*known->second : nullptr;
    }
    // With the record it was merged into, which speaks for him.
    const Member* member(MemberId id) {
        const Member* known = record(id);
        return known && known->is_merged() ? record(known->merged_into) : known;
    }
    // Calls `need` for each of the person's records.
    template <class Need>
    void for_records(MemberId id, Need need) {
        if (id.is_nil()) return;
        const Member* person = member(id);
        if (!person || person->id != id) need(id);
        if (!person) return;
        need(person->id);
        for (const auto& merged : person->merged)
            if (merged.id != id) need(merged.id);
    }
    void number(const std::string& text) {
        auto key = normal_number(text);
        if (!state_.numbers.contains(key)) needs_.numbers.push_back(std::move(key));
    }
    void id_number(const std::string& text) {
        if (!text.empty() && !state_.id_numbers.contains(text)) needs_.id_numbers.push_back(text);
    }
    void holder_of_id_number(const std::string& text) {
        id_number(text);
        const auto found = state_.id_numbers.find(text);
        if (found != state_.id_numbers.end() && found->second) member(*found->second);
    }
    // The number, then whoever has it.
    void holder_of_number(const std::string& text) {
        number(text);
        const auto found = state_.numbers.find(normal_number(text));
        if (found != state_.numbers.end() && found->second) member(*found->second);
    }
    void card(const std::string& text) {
        auto key = normal_number(text);
        if (!state_.cards.contains(key)) needs_.cards.push_back(std::move(key));
    }
    void points(MemberId id) {
        for_records(id, [this](MemberId each) {
            if (!state_.points.contains(each)) needs_.points.push_back(each);
        });
    }
    void uses(MemberId id, Date date) {
        for_records(id, [this, date](MemberId each) {
            if (!state_.use_scopes.contains({each, date})) needs_.use_scopes.push_back({each, date});
        });
    }
    void budgets(Date date) {
        if (!state_.use_scopes.contains({MemberId{}, date})) needs_.use_scopes.push_back({MemberId{}, date});
    }
    void day(Date date, const Calendar& next) {
        if (date < date_at_site(now_) || state_.calendar.kind_of(date) == next.kind_of(date)) return;
        for (auto slot : meal_slots) menu({date, slot});
    }
    void balance(MemberId id) {
        for (auto kind : state_.deduct_order)
            if (auto account = account_of(id, kind); is_stored_value(kind) && !state_.balances.contains(account))
                needs_.balances.push_back(account);
    }
    void account(MemberId id) {
        for_records(id, [this](MemberId each) {
            record(each);
            balance(each);
        });
    }
    void basis(const OrderDraft& d, const std::vector<Tender>& tenders) {
        menu(d.meal);
        member(d.member);
        member(d.ordered_by);
        uses(d.member, d.meal.date);
        if (has_budgets(state_)) budgets(d.meal.date);
        if (uses_stored_value(tenders)) account(d.member);
        if (uses_points(tenders)) points(d.member);
    }
    void draft(const OrderDraft& d, const std::vector<Tender>& tenders) {
        order_with_basis(d.id);
        auto pickup = pickup_of(d);
        if (pickup && !state_.pickups.contains(*pickup)) needs_.pickups.push_back(*pickup);
        basis(d, tenders);
    }
    // Taking an order back returns its portions, rights and money.
    void order_with_basis(OrderId id) {
        const auto* known = order(id);
        if (!known) return;
        basis(known->draft, known->tenders);
        if (takes_of_budget(*known)) budgets(known->draft.meal.date);
        for (const auto& move : known->consumed) menu(move.key.meal);
    }
    void due(const std::map<Timestamp, std::set<OrderId>>& by_time, Timestamp until) {
        for (auto it = by_time.begin(); it != by_time.end() && it->first <= until; ++it)
            for (auto id : it->second) order_with_basis(id);
    }

    const Canteen& state_;
    Timestamp now_;
    Needs needs_;
};

}  // namespace

bool is_out_of_reach(const CommandBody& body, Date today) {
    std::optional<Date> date;
    if (const auto* ask = std::get_if<PlaceOrder>(&body)) date = ask->order.meal.date;
    if (const auto* mark = std::get_if<SetSoldOut>(&body)) date = mark->key.meal.date;
    if (const auto* more = std::get_if<AddPortions>(&body)) date = more->key.meal.date;
    return date && (*date < today + -reach_back_days || today + reach_ahead_days < *date);
}

Needs missing_for(const Canteen& state, const Command& command, Timestamp now) {
    Gatherer gatherer(state, now);
    std::visit(gatherer, command.body);
    return gatherer.take();
}

}  // namespace canteen
