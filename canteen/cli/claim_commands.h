// The subcommands about claims, free of the command line's parsing.
#pragma once

#include <filesystem>
#include <ostream>
#include <string>

#include "canteen/engine/config.h"

namespace canteen {

struct ClaimWords {
    std::string payer, period;
    std::filesystem::path out;
};

struct PrintWords {
    std::filesystem::path claim, persons, meals;
    std::filesystem::path workbook;  // empty: no workbook is wanted
};

// Writes new files with names filled in, for the payer's own forms, from a claim's file that holds against the journal.
int run_claim_print(const Config& config, const PrintWords& words, std::ostream& out);

// Writes a new file with the claim as of the journal's last row, and says how much it is. Returns the process's exit
// code; throws OperatorError, StoreError, KeyFileError.
int run_claim(const Config& config, const ClaimWords& words, std::ostream& out);

}  // namespace canteen
