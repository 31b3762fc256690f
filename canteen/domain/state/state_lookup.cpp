#include "canteen/domain/state/state_lookup.h"

#include <algorithm>

#include "canteen/domain/base/hex.h"
#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/base/programmer_error.h"
#include "canteen/domain/state/order_keys.h"

namespace canteen {

const std::optional<Order>& order_in(const Canteen& state, OrderId id) {
    const auto found = state.orders.find(id);
    require(found != state.orders.end(), "order not loaded");
    return found->second;
}

Order& order_in(Canteen& state, OrderId id) {
    const auto found = state.orders.find(id);
    require(found != state.orders.end() && found->second, "order of an event not loaded");
    return *found->second;
}

const std::optional<Menu>& menu_in(const Canteen& state, Meal meal) {
    const auto found = state.menus.find(meal);
    require(found != state.menus.end(), "menu not loaded");
    return found->second;
}

const Member* member_in(const Canteen& state, MemberId id) {
    if (id.is_nil()) return nullptr;
    const auto found = state.members.find(id);
    require(found != state.members.end(), "member not loaded");
    return found->second ? &*found->second : nullptr;
}

const std::optional<OrderId>& holder_of(const Canteen& state, const PickupKey& key) {
    const auto found = state.pickups.find(key);
    require(found != state.pickups.end(), "pickup number not loaded");
    return found->second;
}

bool has_anothers_pickup(const Canteen& state, const OrderDraft& draft) {
    const auto key = pickup_of(draft);
    if (!key) return false;
    const auto& holder = holder_of(state, *key);
    return holder && *holder != draft.id;
}

const std::optional<MemberId>& holder_of_card(const Canteen& state, const std::string& card) {
    const auto found = state.cards.find(normal_number(card));
    require(found != state.cards.end(), "card not loaded");
    return found->second;
}

const std::optional<MemberId>& holder_of_number(const Canteen& state, const std::string& number) {
    const auto found = state.numbers.find(normal_number(number));
    require(found != state.numbers.end(), "member number not loaded");
    return found->second;
}

const std::optional<MemberId>& holder_of_id_number(const Canteen& state, const std::string& id_number) {
    const auto found = state.id_numbers.find(id_number);
    require(found != state.id_numbers.end(), "ID number not loaded");
    return found->second;
}

const StockRow& stock_in(const Canteen& state, const StockKey& key) {
    static const StockRow untouched{};
    require(state.menus.contains(key.meal), "stock not loaded");
    const auto found = state.stock.find(key);
    return found == state.stock.end() ? untouched : found->second;
}

Fen balance_of(const Canteen& state, const Account& account) {
    const auto found = state.balances.find(account);
    require(found != state.balances.end(), "balance not loaded");
    return found->second;
}

Wallet wallet_of(const Canteen& state, MemberId id) {
    Wallet wallet;
    for (const auto kind : state.deduct_order) {
        if (!is_stored_value(kind)) continue;
        const Account account = account_of(id, kind);
        wallet.parts.push_back({account, std::max(-balance_of(state, account), Fen{})});  // owed to the guest: a credit
    }
    return wallet;
}

std::int64_t points_of(const Canteen& state, MemberId id) {
    const auto found = state.points.find(id);
    require(found != state.points.end(), "points not loaded");
    return found->second;
}

const Scheme* scheme_in(const Canteen& state, const std::string& id) {
    for (const auto& [priority, scheme] : state.schemes)
        if (scheme.id == id) return &scheme;
    return nullptr;
}

const std::optional<Shift>& shift_in(const Canteen& state, ShiftId id) {
    const auto found = state.shifts.find(id);
    require(found != state.shifts.end(), "shift not loaded");
    return found->second;
}

bool is_stated(const Canteen& state, FactId id) {
    const auto found = state.facts.find(id);
    require(found != state.facts.end(), "fact not loaded");
    return found->second;
}

Fen in_drawer(const Canteen& state, DeviceId till) {
    const auto found = state.drawers.find(to_hex(till.bytes));
    return found == state.drawers.end() ? Fen{} : found->second;
}

void require_uses(const Canteen& state, const UseScope& scope) {
    require(state.use_scopes.contains(scope), "uses not loaded");
}

}  // namespace canteen
