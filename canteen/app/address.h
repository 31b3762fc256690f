// Internet addresses as text. Pure; any thread.
#pragma once

#include <string>

namespace canteen {

// True of an IPv4 or IPv6 address without brackets, port or zone.
bool is_address(const std::string& text);
// Returns the key a limit counts the address by: the holder of one IPv6 address has all of its /64,
// "2001:db8:0:7::/64". Any other text is itself.
std::string counted_address(const std::string& address);

}  // namespace canteen
