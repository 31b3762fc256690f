// The lines by which a payer is asked to pay back: the shares of meals that stand as of a row of the journal. Values;
// any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/base/money.h"
#include "canteen/domain/model/meal.h"
#include "canteen/domain/model/ticket.h"

namespace canteen {

// The payer that is asked: one payer of one scheme.
struct ClaimPayer {
    std::string scheme;
    std::string payer;
    auto operator<=>(const ClaimPayer&) const = default;
};

// "SCHEME/PAYER", as the receivable account's owner; neither part is empty.
std::optional<ClaimPayer> parse_claim_payer(std::string_view text);
std::string to_string(const ClaimPayer& payer);

// A calendar month or quarter, both days included.
struct ClaimPeriod {
    Date first;
    Date last;
    bool contains(Date date) const { return first <= date && date <= last; }
    auto operator<=>(const ClaimPeriod&) const = default;
};

// "2026-04" or "2026Q2"; nothing else is read.
std::optional<ClaimPeriod> parse_claim_period(std::string_view text);
std::string to_string(const ClaimPeriod& period);
// "2026-04": the period a meal belongs to, whichever claim asks for it.
std::string month_text(Date date);

// One subsidised meal: what the payer owes for it as of that row, after cancellations and refunds, and was not asked
// for by the claims submitted before.
struct ClaimLine {
    OrderId order;
    Meal meal;
    ServiceMode mode = ServiceMode::dine_in;
    Identified identified = Identified::not_said;
    MemberId member;                   // nil: a guest without number
    std::string version;               // of the scheme, in force on the business date when the meal was booked
    std::vector<std::uint32_t> steps;  // that gave the share
    Timestamp sold_at;
    Fen food;           // of the whole order, before any share
    Fen waived;         // of it, given by the canteen itself
    Fen self_pay;       // what the guest was to pay
    Fen delivery;       // of the payer's share as sold, for the delivery
    Fen asked_before;   // by claims submitted earlier, without what was rejected
    Fen share;          // what this claim asks for: never zero; negative takes back what was asked too much
    bool late = false;  // of a date before the period, which an earlier claim was for
    DeviceId device;
    PickupNumber pickup;
    Seq booked = 0;  // the journal row that last changed the share
    bool operator==(const ClaimLine&) const = default;
};

// How often the line adds its meal to those asked for: once when something is asked for it that was not before, minus
// once when all that was asked is taken back, else not at all. So the claims' counts add up to what stands.
int meals_added(const ClaimLine& line);

}  // namespace canteen
