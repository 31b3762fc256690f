#include "tests/support/fake_store.h"

#include <algorithm>

#include "canteen/crypto/hash.h"
#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/state/order_index.h"

namespace canteen::testing {
namespace {

bool is_open(const Order& order) {
    return order.state == OrderState::held || order.state == OrderState::placed || order.state == OrderState::ready;
}

std::vector<Exception> exceptions_in(const Events& events) {
    std::vector<Exception> listed;
    for (const auto& event : events)
        if (const auto* e = std::get_if<ExceptionListed>(&event)) listed.push_back(e->exception);
    return listed;
}

std::vector<Tender> paid_back_in(const Events& events) {
    for (const auto& event : events)
        if (const auto* e = std::get_if<OrderRefunded>(&event)) return e->refund.back;
    return {};
}

}  // namespace

FakeStore::FakeStore(const Site& site) {
    truth_.site = site;
}

Canteen FakeStore::load_start(const Site& site, Date from) {
    Canteen state;
    state.site = site;
    state.epoch = truth_.epoch;
    state.calendar = truth_.calendar;
    state.schemes = truth_.schemes;
    state.devices = truth_.devices;
    state.last_menu_version = truth_.last_menu_version;
    state.deduct_order = truth_.deduct_order;
    state.employers = truth_.employers;
    state.points_rule = truth_.points_rule;
    state.claims = truth_.claims;
    state.agreements = truth_.agreements;
    state.staff = truth_.staff;
    state.open_shifts = truth_.open_shifts;
    state.drawers = truth_.drawers;
    for (const auto& [id, order] : truth_.orders)
        if (order && is_open(*order) && (order->state != OrderState::placed || order->draft.meal.date >= from))
            load_order(id, state);
    return state;
}

Hash FakeStore::first_hash() {
    if (rows_.empty()) return {};
    return hash_of({as_view(rows_.front().command.bytes)});
}

void FakeStore::load(const Needs& needs, Canteen& state) {
    for (auto id : needs.orders) load_order(id, state);
    for (const auto& key : needs.pickups) {
        auto found = truth_.pickups.find(key);
        state.pickups.emplace(key, found == truth_.pickups.end() ? std::nullopt : found->second);
    }
    for (auto meal : needs.menus) load_menu(meal, state);
    for (auto id : needs.members) {
        auto found = truth_.members.find(id);
        state.members.emplace(id, found == truth_.members.end() ? std::nullopt : found->second);
        if (truth_.erased.contains(id)) state.erased.insert(id);
    }
    for (const auto& scope : needs.use_scopes) load_uses_of(scope, state);
    for (const auto& account : needs.balances) {
        auto found = balances_.find(account);
        state.balances.emplace(account, found == balances_.end() ? Fen{} : found->second);
    }
    for (auto id : needs.points) load_points(id, state);
    for (auto id : needs.shifts) load_shift(id, state);
    for (auto id : needs.facts) state.facts.emplace(id, truth_.facts.contains(id));
    for (const auto& card : needs.cards) state.cards.emplace(card, holder_of_card(card));
    for (const auto& number : needs.numbers) state.numbers.emplace(number, holder_of_number(number));
    for (const auto& number : needs.id_numbers) state.id_numbers.emplace(number, holder_of_id_number(number));
}

void FakeStore::load_order(OrderId id, Canteen& state) const {
    if (state.orders.contains(id)) return;
    auto found = truth_.orders.find(id);
    auto& place = state.orders[id];
    if (found == truth_.orders.end() || !found->second) return;
    place = found->second;
    note_times(state, *place);
}

void FakeStore::load_menu(Meal meal, Canteen& state) const {
    auto found = truth_.menus.find(meal);
    if (!state.menus.emplace(meal, found == truth_.menus.end() ? std::nullopt : found->second).second) return;
    for (const auto& [key, row] : truth_.stock)
        if (key.meal == meal) state.stock.emplace(key, row);
}

void FakeStore::load_uses_of(const UseScope& scope, Canteen& state) const {
    // Loads all uses of a member at once: those in the state may be ahead.
    const auto known = state.use_scopes.lower_bound({scope.member, Date{INT32_MIN}});
    const bool is_known = known != state.use_scopes.end() && known->member == scope.member;
    if (!state.use_scopes.insert(scope).second || is_known) return;
    for (const auto& [key, live] : truth_.uses)
        if (key.member == scope.member) state.uses.emplace(key, live);
}

void FakeStore::load_points(MemberId id, Canteen& state) const {
    auto found = points_.find(id);
    state.points.emplace(id, found == points_.end() ? 0 : found->second);
}

void FakeStore::load_shift(ShiftId id, Canteen& state) const {
    auto found = truth_.shifts.find(id);
    state.shifts.emplace(id, found == truth_.shifts.end() ? std::nullopt : found->second);
}

std::optional<MemberId> FakeStore::holder_of_card(const std::string& card) const {
    for (const auto& [id, member] : truth_.members)
        if (member && std::ranges::any_of(member->cards, [&](const Card& c) { return is_same_number(c.number, card); }))
            return id;
    return std::nullopt;
}

std::optional<MemberId> FakeStore::holder_of_id_number(const std::string& number) const {
    for (const auto& [id, member] : truth_.members)
        if (member && member->id_number == number) return id;
    return std::nullopt;
}

std::optional<MemberId> FakeStore::holder_of_number(const std::string& number) const {
    for (const auto& [id, member] : truth_.members)
        if (member && is_same_number(member->number, number)) return id;
    return std::nullopt;
}

std::optional<Recorded> FakeStore::find(DeviceId device, CommandId command) {
    auto found = answers_.find({device, command});
    return found == answers_.end() ? std::nullopt : std::optional(found->second);
}

void FakeStore::commit(const std::vector<JournalRow>& rows, const std::vector<RefusedRow>& refused) {
    if (fails) throw StoreError("the disk is gone");
    ++commits_;
    for (const auto& row : rows) take_in(row);
    for (const auto& row : refused) {
        answers_[{row.actor.device, row.command}] = {row.digest, row.answer};
        chains_[row.actor.device].note_link(row.answer.device_seq, row.entry_hash);
        refused_.push_back(row);
    }
}

void FakeStore::take_in(const JournalRow& row) {
    if (row.seq != last_seq() + 1) throw StoreError("a gap in the journal");
    for (const auto& event : row.events) {
        apply(truth_, event);
        note_pickup(row, event);
        if (const auto* posted = std::get_if<LedgerPosted>(&event))
            for (const auto& posting : posted->postings) balances_[posting.account] += posting.fen;
        if (const auto* posted = std::get_if<PointsPosted>(&event))
            for (const auto& posting : posted->postings)
                if (posting.account == PointsAccountKind::member) points_[posting.member] += posting.points;
    }
    auto& recorded = answers_[{row.actor.device, row.command}];
    auto exceptions = exceptions_in(row.events);
    if (const auto* earlier = std::get_if<Committed>(&recorded.answer.outcome))
        exceptions.insert(exceptions.begin(), earlier->exceptions.begin(), earlier->exceptions.end());
    recorded = {row.digest,
                {row.command, row.device_seq, Committed{row.seq, std::move(exceptions), paid_back_in(row.events)}}};
    chains_[row.actor.device].note_link(row.device_seq, row.entry_hash);
    rows_.push_back(row);
}

void FakeStore::note_pickup(const JournalRow& row, const Event& event) {
    const Order* order = nullptr;
    if (const auto* placed = std::get_if<OrderPlaced>(&event)) order = &placed->order;
    if (const auto* held = std::get_if<OrderHeld>(&event)) order = &held->order;
    if (!order || row.device_seq == 0) return;
    chains_[row.actor.device].note_pickup(order->draft.meal.date, order->draft.pickup.count);
}

std::vector<Ticket> FakeStore::load_tickets(Date from) {
    std::vector<Ticket> tickets;
    for (const auto& [id, order] : truth_.orders) {
        if (order && order->ticket && order->ticket->meal.date >= from) tickets.push_back(*order->ticket);
    }
    return tickets;
}

std::vector<Menu> FakeStore::load_menus(Date from) {
    std::vector<Menu> menus;
    for (const auto& [meal, menu] : truth_.menus)
        if (menu && meal.date >= from) menus.push_back(*menu);
    return menus;
}

std::vector<Member> FakeStore::load_members() {
    std::vector<Member> members;
    for (const auto& [id, member] : truth_.members)
        if (member) members.push_back(*member);
    return members;
}

std::vector<std::pair<UseKey, std::int64_t>> FakeStore::load_uses(Date from) {
    std::vector<std::pair<UseKey, std::int64_t>> uses;
    for (const auto& [key, live] : truth_.uses)
        if (key.period >= period_of(key.kind, {from, MealSlot::breakfast}))
            uses.emplace_back(key, used_of(key.kind, live));
    return uses;
}

std::vector<MemberBalance> FakeStore::load_balances() {
    std::map<MemberId, MemberBalance> known;
    for (const auto& [account, fen] : balances_) {
        const auto member = stored_value_owner(account);
        if (member.is_nil()) continue;
        (account.kind == AccountKind::member_bonus ? known[member].bonus : known[member].principal) = -fen;
    }
    for (const auto& [member, points] : points_) known[member].points = points;
    std::vector<MemberBalance> balances;
    for (auto& [member, balance] : known) {
        balance.member = member;
        balances.push_back(balance);
    }
    return balances;
}

void FakeStore::put_enrolment_code(DeviceId device, const Hash& code_hash, Timestamp expires) {
    codes_[code_hash] = {device, expires};
}

std::optional<EnrolmentCode> FakeStore::enrolment_code(const Hash& code_hash, Timestamp now) {
    const auto found = codes_.find(code_hash);
    if (found == codes_.end() || now >= found->second.second) return std::nullopt;
    const auto claimant = claimants_.find(code_hash);
    return EnrolmentCode{found->second.first,
                         claimant == claimants_.end() ? std::nullopt : std::optional(claimant->second)};
}

void FakeStore::claim_enrolment_code(const Hash& code_hash, const Hash& claimant) {
    claimants_[code_hash] = claimant;
}

void FakeStore::put_cookie(DeviceId device, const Hash& cookie_hash) {
    std::erase_if(cookies_, [device](const auto& cookie) { return cookie.second == device; });
    cookies_.emplace_back(cookie_hash, device);
}

}  // namespace canteen::testing
