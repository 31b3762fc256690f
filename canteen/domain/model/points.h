// Volunteers' points: earned by hours, spent on meals at a stated rate that a named funder bears. Points are no money:
// a ledger of their own, which sums to zero as the other does. Values; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/base/money.h"
#include "canteen/domain/base/time.h"

namespace canteen {

struct PointsRule {
    std::uint32_t points_per_hour = 1;             // rounded down an activity
    std::uint32_t most_minutes_an_activity = 120;  // what is longer counts as this
    std::uint32_t most_points = 1'500;             // a member holds at most; what is beyond is not given
    std::uint32_t spendable_from = 0;              // a member who holds fewer spends none
    Fen fen_per_point;                             // 0: not spendable
    std::string funder;                            // who pays the canteen for points spent; "" only if not spendable
    bool operator==(const PointsRule&) const = default;
};

enum class PointsAccountKind : std::uint8_t { member = 1, earned = 2, spent = 3, opening = 4, lapsed = 5 };

// A member's holding is positive.
struct PointsPosting {
    PointsAccountKind account = PointsAccountKind::member;
    MemberId member;  // nil but for PointsAccountKind::member
    std::int64_t points = 0;
    bool operator==(const PointsPosting&) const = default;
};

// An hour of service as it was entered, and the points it earned.
struct VolunteerHours {
    MemberId member;
    Date date;
    std::uint32_t minutes = 0;
    std::string activity;
    std::uint32_t points = 0;  // set by decide
    bool operator==(const VolunteerHours&) const = default;
};

}  // namespace canteen
