// How much each payer bears of an order and what is left to the guest. The same code in server and till.
// Rules: the scheme file format (schemes/FORMAT.md). Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "canteen/domain/base/money.h"
#include "canteen/domain/model/meal.h"
#include "canteen/domain/model/right_sheet.h"
#include "canteen/domain/model/share.h"
#include "canteen/domain/model/use.h"
#include "canteen/domain/subsidy/priced_line.h"

namespace canteen {

struct PriceQuery {
    std::vector<PricedLine> lines;
    Fen delivery_fee;
    ServiceMode mode = ServiceMode::dine_in;
    Meal meal;
    DayKind day_kind = DayKind::workday;
    bool own_kitchen = true;
    Identified identified = Identified::not_said;
};

// Why a step gave what it gave; `code` is a text of the catalogue.
struct Why {
    std::string scheme;
    std::uint32_t step = 0;
    std::string code;  // "given", "other_meal", "other_day", "other_mode", "other_meal_of_day", "limit_used",
                       // "budget_used", "excluded", "below_min_spend", "no_set_meal", "self_pay_kept", "nothing_left",
                       // "gives_nothing", "needs_number", "not_identified"
    Fen fen;
    bool operator==(const Why&) const = default;
};

// A limit, quota or budget for which a step gave less than it would have, or nothing.
struct HeldBack {
    std::string scheme;
    std::uint32_t step = 0;
    std::string payer;  // "": each of the step
    UseKey key;
    bool operator==(const HeldBack&) const = default;
};

struct Priced {
    std::vector<Share> shares;
    Fen self_pay;  // food + delivery fee - shares, never negative
    std::vector<Why> why;
    // Counts the order uses up by one each, of every scheme that subsidised it: per_slot, per_day, per_week, and of
    // month and year what the scheme limits by.
    std::vector<UseKey> uses;
    std::vector<std::pair<UseKey, Fen>> amounts;  // fen it takes of quotas, of limits in fen and of budgets
    std::vector<HeldBack> held_back;
};

// sum(shares) + self_pay = sum of lines + delivery fee, always. All but delivery_fee steps look at the food alone.
// A fixed price is given for one portion of the set meal an order; what earlier steps took counts against it first.
Priced price(const PriceQuery& query, const RightSheet& sheet, const Uses& uses);

}  // namespace canteen
