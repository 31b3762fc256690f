// Shows the operator a merge of two records: first both side by side, then what moved. Pure; any thread.
#pragma once

#include <string>

#include "canteen/app/query.h"

namespace canteen {

// Returns a line for each field, "kept | merged", what would move, and the words that do it: they name the revisions
// that were seen.
std::string merge_preview(const MergePreview& view);
// Returns "moved to 80001: 20.00 yuan principal, ...".
std::string merge_done(const MergePreview& view);

}  // namespace canteen
