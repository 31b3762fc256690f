// A copy of the whole database as of one moment, in one file that needs no other beside it (but the key file, which
// it must not lie with).
#pragma once

#include <filesystem>

#include "canteen/storage/connection.h"

namespace canteen {

// From a connection, by one step. `to` must not exist. Throws StoreError. Thread of the connection.
void backup(Connection& from, const std::filesystem::path& to);
// From a file, through a read-only connection of its own; also while the server writes. Any thread.
void backup(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace canteen
