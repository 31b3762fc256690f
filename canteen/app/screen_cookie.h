// The cookie by which a screen is known again: HttpOnly, of this site alone, for a year. Pure; any thread.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "canteen/crypto/random.h"

namespace canteen {

inline constexpr std::size_t cookie_bytes = 32;
inline constexpr std::chrono::hours cookie_lives{24 * 365};
// Browsers keep one cookie of a name for all ports of a host: a server and a till on one machine need two names.
inline constexpr std::string_view device_cookie = "canteen_device";
inline constexpr std::string_view till_cookie = "canteen_till";
// Behind TLS the name has this before it, and no other is read.
inline constexpr std::string_view secure_cookie_prefix = "__Host-";

// Returns a new value in hex.
std::string fresh_cookie(Random& random);
// Returns the Set-Cookie header's value.
std::string set_cookie(std::string_view name, const std::string& value, bool over_tls);

}  // namespace canteen
