// Claims as files: drawn up from the journal, and held against it again. Any thread.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "canteen/domain/claim.h"
#include "canteen/storage/claim_reader.h"
#include "canteen/storage/key_file.h"

namespace canteen {

// The canonical file of what the journal holds for the payer as of the row; 0: the last one. Throws StoreError.
std::string claim_file(const std::filesystem::path& database, const SiteKeys& keys, const ClaimPayer& payer,
                       const ClaimPeriod& period, Seq as_of = 0);

// The same with the persons' names, for the payer's own forms: one row a person, one row a meal.
struct PrintedClaim {
    std::string persons, meals;
};
// Of a file that holds against the journal. Throws ConfigError if it does not, StoreError.
PrintedClaim print_claim(const std::string& text, const std::filesystem::path& database, const SiteKeys& keys);

// What of the file the journal does not say, for a person to read; empty: every byte is the journal's.
std::vector<std::string> check_claim_file(const std::string& text, const std::filesystem::path& database,
                                          const SiteKeys& keys);

}  // namespace canteen
