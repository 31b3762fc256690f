// Looks up all that decide() may look at: only what was loaded. Asking for anything else throws ProgrammerError. Pure;
// writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// An empty optional is known not to exist.
const std::optional<Order>& order_in(const Canteen& state, OrderId id);
Order& order_in(Canteen& state, OrderId id);
const std::optional<Menu>& menu_in(const Canteen& state, Meal meal);
// Null for the nil id too: a guest without number.
const Member* member_in(const Canteen& state, MemberId id);
// Finds the order that has the pickup number.
const std::optional<OrderId>& holder_of(const Canteen& state, const PickupKey& key);
// True if the draft's pickup number was given to another order.
bool has_anothers_pickup(const Canteen& state, const OrderDraft& draft);
// Finds the member whose card it is, also a lost or replaced one.
const std::optional<MemberId>& holder_of_card(const Canteen& state, const std::string& card);
// Finds the member whose number it is.
const std::optional<MemberId>& holder_of_number(const Canteen& state, const std::string& number);
// Finds the member whose ID number it is; of several one.
const std::optional<MemberId>& holder_of_id_number(const Canteen& state, const std::string& id_number);
// All zero for a dish that nobody has moved yet.
const StockRow& stock_in(const Canteen& state, const StockKey& key);
// Returns the balance as it is booked: of stored value, a guest's money is negative.
Fen balance_of(const Canteen& state, const Account& account);
// Returns what a member may still pay from stored value, in the site's deduct order.
Wallet wallet_of(const Canteen& state, MemberId id);
// Returns the points a member holds; they may hold more than they may spend.
std::int64_t points_of(const Canteen& state, MemberId id);
// Null if no scheme of that id was published.
const Scheme* scheme_in(const Canteen& state, const std::string& id);
// Finds the shift; also one that is closed.
const std::optional<Shift>& shift_in(const Canteen& state, ShiftId id);
// True if the fact was stated before, by whichever device.
bool is_stated(const Canteen& state, FactId id);
// Returns what a till's drawer holds by the books.
Fen in_drawer(const Canteen& state, DeviceId till);
// Throws unless all counts of the scope are there.
void require_uses(const Canteen& state, const UseScope& scope);

}  // namespace canteen
