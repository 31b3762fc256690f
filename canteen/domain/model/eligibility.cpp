#include "canteen/domain/model/eligibility.h"

#include <algorithm>

namespace canteen {

namespace {

bool age_holds(const Condition& condition, const std::optional<int>& years) {
    if (!condition.age_from && !condition.age_to) return true;
    if (!years) return false;
    return (!condition.age_from || *condition.age_from <= *years) && (!condition.age_to || *years <= *condition.age_to);
}

bool approval_holds(const Condition& condition, const Facts& facts, const std::string& scheme) {
    if (!condition.approved) return true;
    const bool begun = !condition.approval_from_next_month || facts.approved_last_month.contains(scheme);
    return (begun && facts.approved.contains(scheme)) == *condition.approved;
}

bool areas_hold(const Condition& condition, const Facts& facts) {
    return (!condition.hukou_within || facts.hukou >= *condition.hukou_within) &&
           (!condition.hukou_outside || facts.hukou < *condition.hukou_outside) &&
           (!condition.residence_within || facts.residence >= *condition.residence_within) &&
           (!condition.resident || facts.resident == *condition.resident);
}

bool tags_hold(const Condition& condition, const std::set<std::string>& tags) {
    const auto has = [&tags](const std::string& tag) { return tags.contains(tag); };
    const auto& any = condition.any_tag;
    return (any.empty() || std::any_of(any.begin(), any.end(), has)) &&
           std::all_of(condition.all_tags.begin(), condition.all_tags.end(), has) &&
           std::none_of(condition.no_tag.begin(), condition.no_tag.end(), has);
}

}  // namespace

bool matches(const Who& who, const Facts& facts, const std::string& scheme) {
    const auto holds = [&](const Condition& c) {
        return age_holds(c, c.age_from_next_month ? facts.years_last_month : facts.years) && areas_hold(c, facts) &&
               approval_holds(c, facts, scheme) && tags_hold(c, facts.tags);
    };
    return who.empty() || std::any_of(who.begin(), who.end(), holds);
}

}  // namespace canteen
