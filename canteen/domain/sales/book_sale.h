// An order nobody asked for before it was sold: created with the sums that were charged. Pure; writer thread.
#pragma once

#include "canteen/domain/ledger/funding.h"
#include "canteen/domain/state/canteen.h"

namespace canteen {

Events create_as_stated(const Canteen& state, const Actor& actor, const RecordSale& sale, Timestamp now);

// Turns a sale of a doubtful day, once its meal is said, into a late sale of that meal. Its money stays as it was
// booked, except for what payers and employers bear instead of the canteen.
Events date_as_said(const Canteen& state, const Order& known, Meal meal);

// Lists account_short, allowance_exceeded, points_short and employer_unknown where the tenders did not find what they
// asked for, and price_differs where they do not come to what was charged.
void list_money_faults(Events& events, const OrderDraft& draft, const std::vector<Tender>& tenders,
                       const Funding& funding);

}  // namespace canteen
