// The list of claims in parts that fit a frame beside a client's feeds: a canteen has more of them each month. Pure;
// any thread.
#pragma once

#include <map>

#include "canteen/app/query.h"

namespace canteen {

inline constexpr std::size_t max_claims_in_part = 100;
inline constexpr std::size_t max_claims_part_bytes = 48 * 1024;  // about; a claim alone may be larger

// Returns the claims behind `after`, at least one if there is any.
ClaimsListed claims_part(const std::map<ClaimId, Claim>& claims, ClaimId after);

}  // namespace canteen
