// Does what the words behind `office` ask: some take one frame, some several, one after another.
#pragma once

#include <string>
#include <vector>

#include "canteen/cli/office_client.h"
#include "canteen/cli/verb_words.h"

namespace canteen {

// Looks up what words name; `office` must outlive it.
OfficeBook book_of(OfficeClient& office);

// words: as office_words.h reads them, and "audit" ["acts"] [HOW MANY].
AdminText do_errand(OfficeClient& office, const std::vector<std::string>& words);

}  // namespace canteen
