// A partner's statement with all it was reckoned from, for both sides to check: CSV for spreadsheets, in Chinese, with
// a byte order mark; amounts in yuan. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "canteen/domain/model/claim_line.h"
#include "canteen/domain/office/partners.h"

namespace canteen {

struct PartnerSources {
    PartnerAgreement agreement;
    ClaimPeriod period;
    PeriodRevenue revenue;
    std::vector<PartnerCost> costs;  // of the period
};

// The statement is reckoned from the sources, line by line: what was sold, the base, each cost with its paper, the
// result and the share.
std::string write_partner_statement(const PartnerSources& sources);

}  // namespace canteen
