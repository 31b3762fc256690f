// Asks the running server on behalf of a subcommand. Blocking; any thread.
#pragma once

#include <stdexcept>
#include <string>

namespace canteen {

// Thrown if no server listens there, if it is another user's, or if it went away before it replied.
struct AdminError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Returns the reply to the request (at most max_admin_bytes each). Waits as long as the server works on it. Throws
// AdminError.
std::string ask_admin(const std::string& socket_path, const std::string& request);

// Returns true if a server listens there.
bool admin_listens(const std::string& socket_path);

}  // namespace canteen
