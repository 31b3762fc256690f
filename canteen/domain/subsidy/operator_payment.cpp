#include "canteen/domain/subsidy/operator_payment.h"

#include <algorithm>

#include "canteen/domain/base/choice.h"

namespace canteen {

namespace {

bool is_subsidised(const Scheme& scheme, const SchemeVersion& version, const Priced& priced) {
    return std::any_of(priced.shares.begin(), priced.shares.end(), [&](const Share& share) {
        return share.scheme == scheme.id && share.step < version.steps.size() && counts(version.steps[share.step]);
    });
}

bool is_for(const OperatorPayment& payment, const PriceQuery& query) {
    return allows(payment.meals, query.meal.slot) && allows(payment.days, query.day_kind) &&
           allows(payment.modes, query.mode) && (!payment.own_kitchen || *payment.own_kitchen == query.own_kitchen);
}

}  // namespace

std::vector<OwedToOperator> owed_to_operator(const Scheme& scheme, const SchemeVersion& version, const Facts& facts,
                                             const PriceQuery& query, const Priced& priced,
                                             const std::set<std::size_t>& paid_today) {
    const bool subsidised = is_subsidised(scheme, version, priced);
    std::vector<OwedToOperator> owed;
    for (std::size_t place = 0; place < version.operator_payments.size(); ++place) {
        const auto& payment = version.operator_payments[place];
        const bool was_paid = payment.per_diner_day && paid_today.contains(place);
        const bool holds = !was_paid && (subsidised || !payment.subsidised_only) && is_for(payment, query) &&
                           matches(payment.who, facts, scheme.id);
        if (holds && payment.amount > Fen{}) owed.push_back({payment.kind, payment.payer, payment.amount, place});
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
