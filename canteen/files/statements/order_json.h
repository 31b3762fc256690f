// An order as JSON for the guest: its lines, what it came to, who bore it, how it was paid and what was given back.
// Pure; any thread.
#pragma once

#include <boost/json/object.hpp>

#include "canteen/domain/model/order.h"

namespace canteen {

boost::json::object order_json(const Order& order);

}  // namespace canteen
