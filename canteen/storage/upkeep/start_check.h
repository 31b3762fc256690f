// Takes a quick look before a database is served; verify() checks the whole. Thread of the connection.
#pragma once

#include "canteen/sqlite/connection.h"

namespace canteen {

// The newest rows of the journal, whose chain and answers are checked.
inline constexpr std::uint64_t tail_rows = 100;

// Throws StoreError naming the row's number.
void check_tail(Connection& db);

}  // namespace canteen
