// Asks what a scheme gives its claimed meals: how many of them, and whether this one at all by what is known of its
// member now. Pure; any thread.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>

#include "canteen/domain/claims/edit_check.h"

namespace canteen {

inline constexpr std::uint32_t without_limit = std::numeric_limits<std::uint32_t>::max();

class Entitlement {
public:
    // Both are kept by whoever asks.
    Entitlement(const EditBasis& basis, const Member& member) : basis_(basis), member_(member) {}

    // By the facts known now; true if the version is not known any more.
    bool holds_for(const ClaimLine& meal) const;
    // True if the payer would still give, had an area that ended before the meal not ended.
    bool ended_by_moving(const ClaimLine& meal) const;

private:
    bool is_given(const ClaimLine& meal, const SchemeVersion& version, const Facts& facts) const;

    const EditBasis& basis_;
    const Member& member_;
};

// The largest limit of the steps that gave the meal; nothing: none of them has one of that kind.
std::optional<std::uint32_t> entitled_to(const EditBasis& basis, const ClaimLine& meal, UseKind kind);

// Returns how many meals the scheme lets a member have a day through the steps that gave this meal, or without_limit.
std::uint32_t most_a_day(const EditBasis& basis, const ClaimLine& meal);

}  // namespace canteen
