// The database's shape, step by step; `user_version` is the number of the last step taken. Thread of the connection.
#pragma once

#include <string>
#include <vector>

#include "canteen/sqlite/connection.h"

namespace canteen {

// "cant": tells our files from any other SQLite database.
inline constexpr std::int64_t application_id = 0x63616e74;

struct Migration {
    int number = 0;
    std::string name;
    std::string sql;
};

// Lists them in order, numbered from 1 without a gap.
const std::vector<Migration>& all_migrations();

// Takes the steps the file has not taken yet, each in a transaction. Throws StoreError if the file is not ours or a
// newer program made it.
void migrate(Connection& db);

// Returns true if a step is missing. Throws StoreError as migrate() does.
bool is_of_older_program(const std::filesystem::path& file);
// Takes the missing steps in a file that nobody else has open.
void bring_up_to_date(const std::filesystem::path& file);

// Throws as migrate() does, and also if a step is missing; changes nothing.
void require_current_schema(Connection& db);

}  // namespace canteen
