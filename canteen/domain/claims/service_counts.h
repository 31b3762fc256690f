// How many meals were served to whom (人次): by month, meal, group and payer. Nobody is named. Pure; one thread.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "canteen/domain/model/claim_line.h"
#include "canteen/domain/model/member.h"
#include "canteen/domain/model/order.h"

namespace canteen {

// "all", an age band such as "age_70_79", "age_unknown", "no_number", or "tag:" with a category.
using ServiceGroup = std::string;
inline constexpr const char* everybody = "all";
inline constexpr const char* without_number = "no_number";
inline constexpr const char* unknown_age = "age_unknown";
inline constexpr const char* tag_prefix = "tag:";

// The groups a guest belongs to on the date; each once. `member` null: a number of whom nothing is known any more.
std::vector<ServiceGroup> groups_of(const Member* member, Date date);
// Returns the groups of a guest without number.
std::vector<ServiceGroup> groups_without_number();

struct ServiceKey {
    Date month;  // its first day
    MealSlot slot = MealSlot::lunch;
    ServiceGroup group;
    auto operator<=>(const ServiceKey&) const = default;
};
struct PayerCount {
    std::uint32_t person_meals = 0;  // to which the payer gave something
    Fen fen;
};
struct ServiceCount {
    std::uint32_t persons = 0;  // with a number, each once
    std::uint32_t person_meals = 0;
    std::uint64_t portions = 0;
    std::map<ClaimPayer, PayerCount> payers;
};

// A meal that was served, as far as it stands: what payers granted and the portions are those after refunds.
struct ServedMeal {
    Meal meal;
    MemberId member;  // nil: a guest without number
    const std::vector<ServiceGroup>& groups;
    const std::vector<Share>& granted;
    std::uint32_t portions = 0;  // a weighed line is one
};

class ServiceCounter {
public:
    // A member's second order of a meal is the same person's meal; a guest without number is one for each order,
    // however many portions it has.
    void add(const ServedMeal& served);

    const std::map<ServiceKey, ServiceCount>& counts() const { return counts_; }

private:
    std::map<ServiceKey, ServiceCount> counts_;
    std::set<std::pair<ServiceKey, MemberId>> persons_;
    std::set<std::pair<Meal, MemberId>> meals_;
    std::set<std::tuple<Meal, MemberId, ClaimPayer>> given_;
};

}  // namespace canteen
