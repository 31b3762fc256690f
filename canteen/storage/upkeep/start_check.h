// The quick look before a database is served; the whole is checked by verify(). Thread of the connection.
#pragma once

#include "canteen/sqlite/connection.h"

namespace canteen {

// The newest rows of the journal whose chain and answers are looked at.
inline constexpr std::uint64_t tail_rows = 100;

// Throws StoreError with the row's number.
void check_tail(Connection& db);

}  // namespace canteen
