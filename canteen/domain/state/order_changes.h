// Applies an event to the one order it is about. Pure; any thread.
#pragma once

#include <optional>

#include "canteen/domain/model/event.h"

namespace canteen {

// The order that `event` changes. Nothing for events that bring an order in (OrderHeld, OrderPlaced), and for those
// that say nothing new about one.
std::optional<OrderId> order_changed_by(const Event& event);

// Makes the event part of its order. Any event order_changed_by() names it for.
void change(Order& order, const Event& event);

}  // namespace canteen
