// How a person's export writes what occurs all over it. Pure; any thread.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string>

#include "canteen/domain/base/money.h"
#include "canteen/domain/base/time.h"
#include "canteen/domain/model/ticket.h"

namespace canteen {

// "12.60".
boost::json::value json_yuan(Fen fen);
// "2026-04-14", or null.
boost::json::value json_date(const std::optional<Date>& date);
// "2026-04-14T12:05:09+08:00".
boost::json::value json_time(Timestamp at);
// 32 hexadecimal digits; "" of the nil id.
boost::json::value json_id(const Bytes16& id);
// The words of the flags that are set.
boost::json::array json_diet(DietFlags flags);

template <class Items, class Write>
boost::json::array json_list(const Items& items, Write write) {
    boost::json::array list;
    for (const auto& item : items) list.push_back(write(item));
    return list;
}

}  // namespace canteen
