// Runs the worked cases of a scheme file through the rules that tills and server use. Any thread.
#pragma once

#include <string>
#include <vector>

#include "canteen/files/schemes/scheme_file.h"

namespace canteen {

struct CaseResult {
    std::string id;
    std::string difference;  // "gov 500 instead of 600 fen; self-pay 1000 instead of 900 fen"; "" if the case holds
    bool passed() const { return difference.empty(); }
};

// One result a case, in the file's order.
std::vector<CaseResult> run_cases(const SchemeFile& file);

struct CaseCounts {
    std::size_t passed = 0;
    std::size_t failed = 0;
};
CaseCounts count(const std::vector<CaseResult>& results);

}  // namespace canteen
