// The books of all accounts and of one employer, as CSV for spreadsheets: in Chinese, with a byte order mark, amounts
// in yuan. Pure; any thread.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "canteen/domain/model/claim_line.h"
#include "canteen/domain/model/employer.h"
#include "canteen/domain/model/ledger.h"
#include "canteen/domain/model/meal.h"

namespace canteen {

// One row an account, members' accounts of a kind in one, and their sum, which is zero. Debits are positive, such as
// what a payer or employer owes; what the canteen owes to members is negative.
std::string write_trial_balance(const std::vector<Posting>& balances);

// An employer's debt for one order, after refunds.
struct EmployerLine {
    Meal meal;
    std::string pickup;
    std::string who;  // "" of a guest without number
    Fen allowance;    // of its people's allowances
    Fen account;      // on its account
};
struct EmployerReceipt {
    Date date;
    AccountKind account = AccountKind::employer;
    Fen fen;
};

// 月结单: one row an order, one row a payment, and what is left of the period.
std::string write_employer_statement(const Employer& employer, const ClaimPeriod& period,
                                     const std::vector<EmployerLine>& lines,
                                     const std::vector<EmployerReceipt>& receipts);

}  // namespace canteen
