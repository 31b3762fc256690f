// Copies rows from one database to another of the same shape, as they are. Thread of the connections.
#pragma once

#include <string_view>
#include <vector>

#include "canteen/sqlite/connection.h"

namespace canteen {

// A table's name. It cannot be bound, so it must be a literal of the program: nothing from outside gets into SQL.
struct TableName {
    std::string_view text;
    consteval TableName(const char* literal) : text(literal) {}
    bool operator==(const TableName&) const = default;
};

// Returns the tables the journal does not cover: wrapped data keys, refusals, secrets of enrolment, what PINs are
// checked against.
const std::vector<TableName>& kept_tables();
// Returns the tables made from the journal's events.
const std::vector<TableName>& projected_tables();

void copy_table(Connection& from, Connection& to, TableName table);

}  // namespace canteen
