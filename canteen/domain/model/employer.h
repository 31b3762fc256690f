// A company whose people eat here: what it gives them for a meal, and whether it has an account. Values; any thread.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "canteen/domain/base/money.h"
#include "canteen/domain/model/meal.h"
#include "canteen/domain/model/member.h"

namespace canteen {

// 餐补: at most so much a meal and a day of what is left to pay after subsidies; the guest pays anything over it.
struct Allowance {
    Fen breakfast, lunch, dinner;
    std::optional<Fen> per_day;  // absent: the meals alone limit
    std::vector<DayKind> days;   // empty: every one; workdays are those too that make up for a holiday
    Fen for_slot(MealSlot slot) const;
    bool operator==(const Allowance&) const = default;
};

struct Employer {
    std::string code;  // unique; names it in files, tenders and accounts
    std::string name;
    std::string tax_number;  // 税号; "" if not recorded
    std::optional<Allowance> allowance;
    bool has_account = false;  // orders may be put on its monthly account (月结)
    DateRange valid;
    bool operator==(const Employer&) const = default;
};

}  // namespace canteen
