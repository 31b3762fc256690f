// The people a class of a scheme is for. Rules: deploy/schemes/FORMAT.md, "Who". Values; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "canteen/domain/model/facts.h"

namespace canteen {

// All that is given must hold. An empty list of tags asks nothing.
struct Condition {
    std::optional<int> age_from, age_to;     // completed years, inclusive; an unknown age is in no band
    std::optional<SharedArea> hukou_within;  // this area of the site or a smaller one
    std::optional<bool> resident;            // false: lives elsewhere
    std::optional<bool> approved;            // false: without approval
    std::vector<std::string> any_tag, all_tags, no_tag;
    bool age_from_next_month = false;              // the age is that of the last day of the month before
    bool approval_from_next_month = false;         // approved by the last day of the month before, and still
    std::optional<SharedArea> hukou_outside{};     // not this area of the site, nor a smaller one
    std::optional<SharedArea> residence_within{};  // lives in this area of the site or a smaller one
    bool operator==(const Condition&) const = default;
};

// Any one must hold; an empty list matches everyone.
using Who = std::vector<Condition>;

// `scheme` is the one whose approval counts.
bool matches(const Who& who, const Facts& facts, const std::string& scheme);

}  // namespace canteen
