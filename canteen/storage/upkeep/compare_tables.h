// Compares two databases of one shape, table by table and row by row in the order of their keys. Thread of the
// connections.
#pragma once

#include <string>
#include <vector>

#include "canteen/sqlite/connection.h"
#include "canteen/storage/schema/copy_table.h"

namespace canteen {

// Differences of one table that are reported one by one.
inline constexpr std::size_t max_told_per_table = 20;

// Lists the rows in which the two tables differ, by table and key: "stock (20557, 2, 3): differs from the journal".
// `ignored` is a column that is not compared, "" for none.
std::vector<std::string> differences(Connection& kept, Connection& rebuilt, TableName table,
                                     const std::string& ignored = "");

}  // namespace canteen
