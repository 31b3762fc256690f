// Prices an order by the schemes and uses of this moment. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"
#include "canteen/domain/subsidy/price.h"

namespace canteen {

struct Quote {
    RightSheet sheet;
    Uses uses;  // of the order's member, for the order's meal
    Priced priced;
    Sums sums;
};

// At the current menu's prices; every dish must be on it.
Quote quote_at_menu_prices(const Canteen& state, const OrderDraft& draft, const Menu& menu);

// At the amounts of the draft. `menu` tells the set meals and the kind of day; null: not known, so the calendar's kind.
Quote quote_as_charged(const Canteen& state, const OrderDraft& draft, const Menu* menu);

// The uses of the order's member as of now, but for those of the order itself.
Uses uses_without(const Canteen& state, const Order& order);
// The same, but of the day's meals only those before the order's: as when it was sold.
Uses uses_before(const Canteen& state, const Order& order);
// As quote_as_charged(), by these uses instead of those of now.
Quote quote_by_uses(const Canteen& state, const OrderDraft& draft, const Menu* menu, Uses uses);

}  // namespace canteen
