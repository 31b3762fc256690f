// Finds the points of a claim that somebody should look at before it is handed in: more than a right gives, days and
// tills that stand out, guests whom nobody ever saw. It decides nothing: each finding is answered in writing. Pure; any
// thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "canteen/domain/claims/claim_book.h"
#include "canteen/domain/claims/orders_seen.h"
#include "canteen/domain/model/claim.h"
#include "canteen/domain/model/facts.h"
#include "canteen/domain/model/scheme.h"

namespace canteen {

// An hour or a till stands out with more than so many times its usual day, the median of the days it served on; small
// numbers vary by chance. If these are at most one in spike_seldom of the days with meals, its usual day is without
// any.
inline constexpr std::uint32_t spike_times = 3;
inline constexpr std::uint32_t spike_least = 20;
inline constexpr std::size_t spike_seldom = 10;
// Fewer orders than these say nothing about whether a guest exists.
inline constexpr std::uint32_t seen_least = 3;

struct EditBasis {
    ClaimPayer payer;
    ClaimPeriod period;
    const Scheme* scheme = nullptr;  // null: never published, so that no right can be looked at
    SiteAreas areas;
    const OrdersSeen& seen;
    std::function<const Member*(MemberId)> member;   // as known now; null: erased
    std::function<std::string(MemberId)> reference;  // as in the claim's file
    std::vector<ClaimLine> earlier{};                // what ClaimBook::asked_beside() says of the claim's lines
    std::vector<UnclaimedMonth> unclaimed{};         // what ClaimBook::unclaimed_before() says of the period
};

// Judges the meals the claim asks for the first time, which are held against those that earlier claims asked for; and
// names earlier months that nobody claimed. Meals of records that were merged count as one person's, so that two
// subsidised ones of one meal slot are a double_use. The gravest kinds first, within a kind by their params, numbered;
// at most max_claim_findings and one that says how many more there are. No param tells a fact of a person: findings are
// kept in the clear.
std::vector<Finding> check_claim(const std::vector<ClaimLine>& lines, const EditBasis& basis);

// Its parts. Meals are sorted by member and meal, those of check_spikes() in any order; findings come unsorted and
// unnumbered.
using ServedMeals = std::vector<const ClaimLine*>;
std::vector<Finding> check_members(const ServedMeals& meals, const EditBasis& basis);
std::vector<Finding> check_persons(const ServedMeals& meals, const EditBasis& basis);
std::vector<Finding> check_spikes(const ServedMeals& meals);

}  // namespace canteen
