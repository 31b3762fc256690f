// How a partner shares in the canteen's result: revenue base, cost items, ratio and period, as data. Values; any
// thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "canteen/domain/base/money.h"
#include "canteen/domain/model/member.h"

namespace canteen {

inline constexpr std::size_t max_cost_items = 30;

enum class RevenueBase : std::uint8_t {
    sales = 1,         // all that was sold, less what the canteen itself gave or waived
    guests_paid = 2,   // of it what guests paid, or their employers for them
    payers_share = 3,  // of it what payers bear
};
enum class SharePeriod : std::uint8_t { month = 1, quarter = 2 };

struct CostItem {
    std::string name;
    Fen fixed;                   // a period
    std::uint32_t permille = 0;  // of the revenue base, rounded down to the fen
    bool operator==(const CostItem&) const = default;
};

// share = (revenue - costs) * numerator / denominator, rounded down to the fen; a loss is not shared.
struct PartnerAgreement {
    std::string code;  // unique
    std::string name;  // of the partner
    RevenueBase base = RevenueBase::sales;
    std::vector<CostItem> costs;
    std::uint32_t numerator = 0, denominator = 1;
    SharePeriod period = SharePeriod::month;
    DateRange valid;
    bool operator==(const PartnerAgreement&) const = default;
};

// A cost of one period that was entered with its paper: the agreement names it by item, but not by sum.
struct PartnerCost {
    std::string agreement;
    Date period;  // its first day
    std::string item;
    Fen fen;  // negative takes back
    std::string evidence;
    bool operator==(const PartnerCost&) const = default;
};

}  // namespace canteen
