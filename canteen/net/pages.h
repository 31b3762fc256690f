// Reads the built pages from their folder into memory at start.
#pragma once

#include <filesystem>

#include "canteen/net/page.h"

namespace canteen {

// Returns every file below the folder, by path; "x/index.html" also answers "/x/", and the kitchen page "/". A file
// "y.gz" beside "y" is its compressed form. An empty path yields no pages. Throws OperatorError if the folder cannot be
// read.
Pages load_pages(const std::filesystem::path& folder);

}  // namespace canteen
