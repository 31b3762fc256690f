// Whether a browser's request comes from a page of ours. Pure; any thread.
#pragma once

#include <string>

namespace canteen {

// Returns true for no origin at all, which no page of another's can bring about, and for the scheme, host and port that
// the request itself names.
bool is_own_origin(const std::string& origin, const std::string& authority, bool over_tls);

}  // namespace canteen
