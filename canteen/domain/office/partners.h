// Partners' agreements and the costs that are set against what they share in. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// New or changed. Refuses agreement_invalid. No events: nothing differs.
Outcome decide_set_partner_agreement(const Canteen& state, const SetPartnerAgreement& command);
// Refuses agreement_unknown, agreement_invalid (no such item), period_invalid, amount_invalid, text_invalid.
Outcome decide_record_partner_cost(const Canteen& state, const RecordPartnerCost& command);

// The ledger's sums for a period, the signs turned so that income is positive.
struct PeriodRevenue {
    Fen sales;         // at list price, less refunds
    Fen waived;        // discounts of the canteen's own, concessions, cash rounding
    Fen payers_share;  // what payers bear
    bool operator==(const PeriodRevenue&) const = default;
};
struct PartnerStatement {
    Fen revenue;
    std::vector<std::pair<std::string, Fen>> costs;  // by item, in the agreement's order
    Fen result;                                      // may be negative
    Fen share;                                       // never negative
    bool operator==(const PartnerStatement&) const = default;
};
// The days of the period on which the agreement is valid; nothing: none of them.
std::optional<ClaimPeriod> covered(const PartnerAgreement& agreement, const ClaimPeriod& period);
PartnerStatement statement_of(const PartnerAgreement& agreement, const PeriodRevenue& revenue,
                              const std::vector<PartnerCost>& costs);

}  // namespace canteen
