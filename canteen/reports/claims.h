// Claims as files: drawn up from the journal, and held against it again. Any thread.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "canteen/domain/model/claim.h"
#include "canteen/domain/model/site.h"
#include "canteen/files/claims/claim_print.h"
#include "canteen/storage/readers/claim_reader.h"
#include "canteen/storage/sealing/key_file.h"

namespace canteen {

// The canonical file of what the journal holds for the payer as of the row; 0: the last one. Throws StoreError.
std::string claim_file(const std::filesystem::path& database, const SiteKeys& keys, const ClaimPayer& payer,
                       const ClaimPeriod& period, Seq as_of = 0);

// A draft of what claim_file() would say as of the last row, checked: its findings have no answers yet. Reads the whole
// journal and unseals members. Throws StoreError.
Claim draft_claim(const std::filesystem::path& database, const SiteKeys& keys, const Site& site, ClaimId id,
                  const ClaimPayer& payer, const ClaimPeriod& period);

// A claim's lines with the persons' names, for the payer's own forms.
struct PrintableClaim {
    ClaimPayer payer;
    ClaimPeriod period;
    std::vector<PrintedMeal> meals;
};
// Draws up what the journal holds as of the row. Throws StoreError.
PrintableClaim printable_claim(const std::filesystem::path& database, const SiteKeys& keys, const Site& site,
                               const ClaimPayer& payer, const ClaimPeriod& period, Seq as_of);

// One row a person, one row a meal, and both as a workbook.
struct PrintedClaim {
    std::string persons, meals, workbook;
};
// Returns the anchor of a file that holds against the journal. Throws OperatorError if it does not, StoreError.
PrintedClaim print_claim(const std::string& text, const std::filesystem::path& database, const SiteKeys& keys,
                         const Site& site);

// Lists what the file says and the journal does not, for a person to read; empty: every byte is the journal's.
std::vector<std::string> check_claim_file(const std::string& text, const std::filesystem::path& database,
                                          const SiteKeys& keys);

}  // namespace canteen
