// A person the canteen knows by name, with dated facts that schemes ask for. Values; any thread.
// Name, ID number, phone, birth date and facts are personal: they are sealed before they reach a disk.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "canteen/domain/ids.h"
#include "canteen/domain/time.h"

namespace canteen {

// Both ends included; an absent end is open.
struct DateRange {
    std::optional<Date> from;
    std::optional<Date> to;
    bool contains(Date d) const { return (!from || *from <= d) && (!to || d <= *to); }
    bool operator==(const DateRange&) const = default;
};

// A category a scheme may ask for, e.g. "dibao", while it is valid.
struct TagFact {
    std::string tag;
    DateRange valid;
    bool operator==(const TagFact&) const = default;
};

// The person's application to a scheme was approved for these dates.
struct Approval {
    std::string scheme;
    DateRange valid;
    bool operator==(const Approval&) const = default;
};

// An area code of 2 (province), 4 (city), 6 (district) or 9 (street) digits; "" is unknown.
using AreaCode = std::string;

struct AreaFact {
    AreaCode area;
    DateRange valid;
    bool operator==(const AreaFact&) const = default;
};

struct Member {
    MemberId id;
    std::string number;  // as on the card; digits
    std::string name;
    std::string id_number;  // 18 characters, normalised; "" if not recorded
    std::string phone;      // "" if not recorded
    Date born;
    std::vector<AreaFact> hukou;
    std::vector<AreaFact> residence;
    std::vector<TagFact> tags;
    std::vector<Approval> approvals;
    bool operator==(const Member&) const = default;
};

// True if `text` is a valid 18-character ID number (GB 11643): date that exists, check digit right, upper-case X.
bool is_valid_id_number(const std::string& text);
// Trimmed, with x as X. Says nothing about validity.
std::string normalise_id_number(std::string text);

}  // namespace canteen
