// Points as postings: a ledger of their own, which sums to zero; and what they are worth. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "canteen/domain/model/points.h"

namespace canteen {

// True if the postings sum to zero.
bool balances(const std::vector<PointsPosting>& transaction);
// So many points into the member's holding from another account; out of it if negative. Empty for none.
std::vector<PointsPosting> into_holding(MemberId member, std::int64_t points, PointsAccountKind from);
// So many points of one member's to another.
std::vector<PointsPosting> from_holding_to(MemberId from, MemberId to, std::int64_t points);
// Returns the points that the transaction spends; negative if it gives back.
std::int64_t spent_by(const std::vector<PointsPosting>& transaction);

// The points that pay `fen` at the rule's rate, rounded up; nothing if points are not spendable.
std::optional<std::int64_t> points_for(const PointsRule& rule, Fen fen);
// Returns how many of the points held a member may spend.
std::int64_t spendable(const PointsRule& rule, std::int64_t held);

}  // namespace canteen
