// Turns the office's words on the command line into the command or query they mean: verb, then what it is about, then
// NAME=VALUE pairs. Pure but for what it looks up.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "canteen/app/query.h"
#include "canteen/cli/verb_words.h"
#include "canteen/domain/model/command.h"

namespace canteen {

// A line of a claim, named by its order's pickup number and business date.
struct RejectByPickup {
    ClaimId claim;
    Date date;
    std::string pickup;
    std::string reason;
    bool borne = false;
};

// A merge of two records: they are shown side by side first, and merged once the operator says that they saw them so.
struct MergeByNumbers {
    MemberId kept;
    MemberId merged;
    std::optional<std::pair<std::uint32_t, std::uint32_t>> seen;  // revisions of both
};

// Somebody new, whose id is minted on the way.
struct AddStaff {
    StaffMember staff;
};
// A word that is absent leaves its part as it is recorded.
struct ChangeStaff {
    StaffId staff;
    std::optional<std::string> name;
    std::optional<std::vector<StaffRole>> roles;
    std::optional<DateRange> valid;
};
struct SetPinOf {
    StaffId staff;
    std::string pin;  // "": one is made up
};

using OfficeAsk = std::variant<CommandBody, QueryBody, RejectByPickup, MergeByNumbers, AddStaff, ChangeStaff, SetPinOf>;

// Returns what is meant, or how the verb is used.
std::variant<OfficeAsk, std::string> office_ask(const std::vector<std::string>& words, const OfficeBook& book);

// Returns one line for each verb.
std::string office_usage();

}  // namespace canteen
