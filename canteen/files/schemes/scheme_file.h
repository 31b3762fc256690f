// The strict reader of scheme files: a file is read whole or refused with the place of its first error.
// Rules: deploy/schemes/FORMAT.md. Any thread.
#pragma once

#include <string_view>
#include <vector>

#include "canteen/domain/model/scheme.h"
#include "canteen/files/result.h"
#include "canteen/files/schemes/scheme_case.h"

namespace canteen {

struct SchemeFile {
    Scheme scheme;  // keeps the text, so that it can be journaled and read again
    std::vector<SchemeCase> cases;
};

// The same text always yields the same scheme. Says nothing about whether the cases hold: see scheme_cases.h.
Result<SchemeFile> read_scheme_file(std::string_view text);

}  // namespace canteen
