#include "canteen/domain/operator_payment.h"

#include <algorithm>

namespace canteen {

namespace {

bool is_subsidised(const Scheme& scheme, const SchemeVersion& version, const Priced& priced) {
    return std::any_of(priced.shares.begin(), priced.shares.end(), [&](const Share& share) {
        return share.scheme == scheme.id && share.step < version.steps.size() &&
               std::holds_alternative<SubsidyStep>(version.steps[share.step]);
    });
}

}  // namespace

std::vector<OwedToOperator> owed_to_operator(const Scheme& scheme, const SchemeVersion& version, const Facts& facts,
                                             const PriceQuery& query, const Priced& priced) {
    const bool subsidised = is_subsidised(scheme, version, priced);
    std::vector<OwedToOperator> owed;
    for (const auto& payment : version.operator_payments) {
        const auto& modes = payment.modes;
        const bool mode_holds = modes.empty() || std::find(modes.begin(), modes.end(), query.mode) != modes.end();
        const bool kitchen_holds = !payment.own_kitchen || *payment.own_kitchen == query.own_kitchen;
        const bool holds = (subsidised || !payment.subsidised_only) && mode_holds && kitchen_holds &&
                           matches(payment.who, facts, scheme.id);
        if (holds && payment.amount > Fen{}) owed.push_back({payment.kind, payment.payer, payment.amount});
    }
    return owed;
}

Fen sum_of(const std::vector<OwedToOperator>& owed, OperatorPaymentKind kind) {
    Fen sum;
    for (const auto& o : owed) {
        if (o.kind == kind) sum += o.fen;
    }
    return sum;
}

}  // namespace canteen
