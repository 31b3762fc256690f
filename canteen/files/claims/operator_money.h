// Reckons what a payer owes the operator for a claim's meals, beside the shares. Pure; any thread.
#pragma once

#include <map>
#include <vector>

#include "canteen/domain/subsidy/operator_payment.h"
#include "canteen/files/claims/claim_print.h"

namespace canteen {

// Money owed once a diner and day is owed for the first of the day's meals that are asked for, in this claim or
// another; each line is told what it changes of that.
class OperatorMoney {
public:
    // Both outlive it.
    OperatorMoney(const std::vector<ClaimLine>& lines, const PrintBasis& basis);

    // To be taken as often as the line adds its meal: see meals_added().
    Fen of(const ClaimLine& line) const;

private:
    struct Day {
        std::vector<const ClaimLine*> earlier, changed;
    };
    struct Earned {
        OrderId order;
        Fen fen;
    };
    std::vector<OwedToOperator> owed_for(const ClaimLine& line) const;
    bool is_once_a_day(const ClaimLine& line, const OwedToOperator& owed) const;
    std::map<std::size_t, Earned> earned(std::vector<const ClaimLine*> meals) const;
    void reckon(const Day& day);

    const PrintBasis& basis_;
    std::map<OrderId, Fen> once_a_day_;  // by the order that brings or takes it
};

}  // namespace canteen
