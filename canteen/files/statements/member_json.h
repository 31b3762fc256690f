// A member's record as JSON for the member. Pure; any thread.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "canteen/domain/model/member.h"

namespace canteen {

// All but applications and cards, which stand for themselves.
boost::json::object member_json(const Member& member);
boost::json::array applications_json(const Member& member);
boost::json::array cards_json(const Member& member);

}  // namespace canteen
