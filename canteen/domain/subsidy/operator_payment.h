// Reckons what is owed to the operator for serving an order, outside the bill. Rules: deploy/schemes/FORMAT.md,
// "Operator payments". Server only. Pure; any thread.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "canteen/domain/model/scheme.h"
#include "canteen/domain/subsidy/price.h"

namespace canteen {

// fen > 0.
struct OwedToOperator {
    OperatorPaymentKind kind = OperatorPaymentKind::operating;
    std::string payer;
    Fen fen;
    std::size_t payment = 0;  // its place in the version
    bool operator==(const OwedToOperator&) const = default;
};

// One entry for each payment of the version whose conditions hold; those of one kind add up.
// `priced` is the order under this very version; `paid_today`: the payments, by their place, that were owed for an
// earlier order of the person that day. A guest without number has none.
std::vector<OwedToOperator> owed_to_operator(const Scheme& scheme, const SchemeVersion& version, const Facts& facts,
                                             const PriceQuery& query, const Priced& priced,
                                             const std::set<std::size_t>& paid_today = {});

// The sum of one kind.
Fen sum_of(const std::vector<OwedToOperator>& owed, OperatorPaymentKind kind);

}  // namespace canteen
