// Borrows a till's directory from the service that holds it, for what cannot be done through that. Blocking; any
// thread.
#pragma once

#include <filesystem>

namespace canteen::till {

// Returns once the directory is free, or after some seconds: whoever opens it then says that it is in use. The service
// leaves it alone for `lent_at_least`, then until it is free again. Does nothing if no service holds it.
void borrow(const std::filesystem::path& directory);

}  // namespace canteen::till
