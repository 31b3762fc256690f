#include "canteen/domain/claims/service_counts.h"

#include <algorithm>

namespace canteen {

namespace {

const char* age_band(int years) {
    if (years < 60) return "age_under_60";
    if (years < 70) return "age_60_69";
    if (years < 80) return "age_70_79";
    return years < 90 ? "age_80_89" : "age_90_up";
}

std::map<ClaimPayer, Fen> by_payer(const std::vector<Share>& granted) {
    std::map<ClaimPayer, Fen> payers;
    for (const auto& share : granted) payers[{share.scheme, share.payer}] += share.fen;
    return payers;
}

}  // namespace

std::vector<ServiceGroup> groups_of(const Member* member, Date date) {
    if (!member) return {everybody, unknown_age};
    std::vector<ServiceGroup> groups{everybody, age_band(completed_years(member->born, date))};
    std::set<std::string> tags;
    for (const auto& fact : member->tags)
        if (fact.valid.contains(date)) tags.insert(fact.tag);
    for (const auto& tag : tags) groups.push_back(tag_prefix + tag);
    return groups;
}

std::vector<ServiceGroup> groups_without_number() {
    return {everybody, without_number};
}

void ServiceCounter::add(const ServedMeal& served) {
    const auto& [meal, member, groups, granted, portions] = served;
    const bool is_counted = !member.is_nil();
    const bool is_new_meal = !is_counted || meals_.insert({meal, member}).second;
    const auto payers = by_payer(granted);
    std::set<ClaimPayer> new_payers;
    for (const auto& [payer, fen] : payers)
        if (!is_counted || given_.insert({meal, member, payer}).second) new_payers.insert(payer);
    for (const auto& group : groups) {
        const ServiceKey key{month_start(meal.date), meal.slot, group};
        auto& count = counts_[key];
        if (is_new_meal) ++count.person_meals;
        count.portions += portions;
        if (is_counted && persons_.insert({key, member}).second) ++count.persons;
        for (const auto& [payer, fen] : payers) {
            auto& of_payer = count.payers[payer];
            of_payer.fen += fen;
            if (new_payers.contains(payer)) ++of_payer.person_meals;
        }
    }
}

}  // namespace canteen
