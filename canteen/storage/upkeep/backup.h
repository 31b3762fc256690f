// Copies the whole database as of one moment into one file, which needs no other beside it (but the key file, and the
// two must not lie together).
#pragma once

#include <filesystem>
#include <functional>

#include "canteen/domain/base/ids.h"
#include "canteen/sqlite/connection.h"

namespace canteen {

// Pages copied at a time and then written to the disk: a commit never waits for more than that.
inline constexpr int backup_step_pages = 2'048;

// Copies from a connection. `to` must not exist. Returns the newest row of the copy, read from it. Calls `after_step`
// between two steps. Throws StoreError. Thread of the connection.
Seq backup(Connection& from, const std::filesystem::path& to, const std::function<void()>& after_step = {});
// Copies from a file, through a read-only connection of its own; also while the server writes. Throws StoreError, too,
// if there is no room for the copy beside what the database needs. Any thread.
Seq backup(const std::filesystem::path& from, const std::filesystem::path& to,
           const std::function<void()>& after_step = {});

}  // namespace canteen
