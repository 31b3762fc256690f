// A worked case of a scheme file: who ate what, and who should have paid it. Values; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "canteen/domain/base/money.h"
#include "canteen/domain/model/facts.h"
#include "canteen/domain/model/meal.h"
#include "canteen/domain/model/scheme.h"
#include "canteen/domain/subsidy/priced_line.h"

namespace canteen {

// Counts before the order; none is derived from another.
struct CaseHistory {
    std::uint32_t subsidised_this_slot = 0;
    std::uint32_t subsidised_today = 0;
    std::uint32_t subsidised_this_week = 0;
    std::uint32_t meals_eaten_today = 0;
    Fen quota_used_this_month;
    std::uint32_t subsidised_this_month = 0;
    std::uint32_t subsidised_this_year = 0;
    Fen given_this_month, given_this_year;
    std::map<std::string, Fen> budget_used;              // by payer; "*": of the budget of all payers together
    std::vector<OperatorPaymentKind> to_operator_today;  // kinds owed for an earlier meal of the person this day
};

struct OperatorSums {
    Fen operating;
    Fen delivery;
};

struct CaseExpectation {
    std::map<std::string, Fen> by_payer;
    Fen self_pay;
    std::optional<OperatorSums> to_operator;  // absent: not checked
};

struct SchemeCase {
    std::string id;
    std::string note;                    // "" if not given
    std::optional<std::string> version;  // absent: by `date`; without a date the file's last
    Facts person;
    MealSlot slot = MealSlot::lunch;
    DayKind day = DayKind::workday;
    std::optional<Date> date;
    std::vector<PricedLine> lines;
    Fen delivery_fee;
    ServiceMode mode = ServiceMode::dine_in;
    std::optional<Identified> identified;  // absent: in the first way the version lists
    bool own_kitchen = false;
    CaseHistory history;
    CaseExpectation expect;
};

}  // namespace canteen
