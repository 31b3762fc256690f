// A claim with names as a workbook for the payer's office: 汇总, one row a person with the columns of the usual monthly
// sheet, and 明细, one row a meal. Amounts are numbers in yuan, so that the office can sum them; everything else is
// text, never a formula. Nothing of it is left on a disk. Any thread.
#pragma once

#include <string>
#include <vector>

#include "canteen/files/claims/claim_print.h"

namespace canteen {

// The workbook's bytes; the same meals yield the same. Throws std::runtime_error if there is no room for it.
std::string claim_workbook(const ClaimPayer& payer, const ClaimPeriod& period, const std::vector<PrintedMeal>& meals);

}  // namespace canteen
