// A subcommand's question to the running server. Blocking; any thread.
#pragma once

#include <stdexcept>
#include <string>

namespace canteen {

// No server listens there, it is another user's, or it went away before it replied.
struct AdminError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The reply to the request (at most max_admin_bytes each). Waits as long as the server works on it. Throws AdminError.
std::string ask_admin(const std::string& socket_path, const std::string& request);

// True if a server listens there.
bool admin_listens(const std::string& socket_path);

}  // namespace canteen
