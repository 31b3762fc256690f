// Reads who did what from the journal of a database that may be written meanwhile, in one short read transaction. Any
// thread.
#pragma once

#include <filesystem>
#include <vector>

#include "canteen/storage/schema/journal.h"

namespace canteen {

// Returns the newest rows first. Throws StoreError for anything that cannot be read.
std::vector<Act> newest_acts(const std::filesystem::path& database, std::size_t most);

}  // namespace canteen
