// JSON that people read: indented, in the order it was put together. Pure; any thread.
#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace canteen {

// Two blanks a level, one member or item a line, with a line feed at the end; an empty list or object stays on its
// line.
std::string indented_json(const boost::json::value& value);

}  // namespace canteen
