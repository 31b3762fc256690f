// A person the canteen knows by name, with dated facts that schemes ask for. Values; any thread.
// Name, ID number, phone, birth date and facts are personal: they are sealed before they reach a disk.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/base/time.h"
#include "canteen/domain/model/ticket.h"

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
    std::string evidence{};  // the paper that bears it out; "" if not recorded
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

// While it lasts the person lives in an institution, such as a nursing home: see institution_tag.
struct Stay {
    std::string institution;
    DateRange valid;
    bool operator==(const Stay&) const = default;
};
// The category that schemes ask for, of whoever is staying in an institution.
inline constexpr const char* institution_tag = "institution";

enum class CardState : std::uint8_t { active = 1, lost = 2, replaced = 3 };

struct Card {
    std::string number;  // as the reader types it; never an ID number
    CardState state = CardState::active;
    Date since;  // of that state
    bool operator==(const Card&) const = default;
};

// A person who may order for the member. A carer who is a member is known by their own card.
struct Carer {
    std::string name;
    std::string phone;  // "" if not recorded
    MemberId member;    // nil: not a member themselves
    DateRange valid;
    bool operator==(const Carer&) const = default;
};

// 申请, 初审 (community or street), 复核 (district), and how it ended.
enum class ReviewStep : std::uint8_t {
    submitted = 1,
    first_review = 2,
    second_review = 3,
    approved = 4,
    rejected = 5,
    withdrawn = 6
};

struct Reviewed {
    ReviewStep step = ReviewStep::submitted;
    Date on;
    std::string by;    // who reviewed
    std::string note;  // a rejection's reason
    bool operator==(const Reviewed&) const = default;
};

// One application for one scheme; a rejected one may be followed by another.
struct SubsidyApplication {
    std::string scheme;
    std::vector<Reviewed> steps;  // in the order they were recorded; never empty
    bool operator==(const SubsidyApplication&) const = default;
};

struct Employment {
    std::string employer;  // its code
    DateRange valid;
    bool operator==(const Employment&) const = default;
};

// Another record of the same person, merged into this one. Its number goes on finding them.
struct MergedRecord {
    MemberId id;
    std::string number;
    bool operator==(const MergedRecord&) const = default;
};

struct Member {
    MemberId id;
    std::string number;  // as on the card; digits
    std::string name;
    std::string id_number;  // of an ID card or another paper, normalised (paper.h); "" if not recorded
    std::string phone;      // "" if not recorded
    Date born;
    std::vector<AreaFact> hukou;
    std::vector<AreaFact> residence;
    std::vector<TagFact> tags;
    std::vector<Approval> approvals;
    std::vector<Stay> stays{};
    std::vector<Card> cards{};
    std::vector<Carer> carers{};
    std::vector<SubsidyApplication> applications{};
    std::vector<Employment> employments{};
    std::vector<std::uint8_t> allergens{};  // GB 7718 groups, 1 to 8
    DietFlags diet = 0;
    std::optional<Date> died{};
    std::uint32_t revision = 0;  // counts up with every change of the record
    std::vector<MergedRecord> merged{};
    MemberId merged_into{};  // nil: a record of its own
    bool is_merged() const { return !merged_into.is_nil(); }
    bool is_dead_on(Date date) const { return died && *died < date; }
    bool operator==(const Member&) const = default;
};

// True if `text` is a valid 18-character ID number (GB 11643): date that exists, check digit right, upper-case X.
bool is_valid_id_number(const std::string& text);
// In normal form (normal_form.h), with x as X. Says nothing about validity.
std::string normalise_id_number(const std::string& text);

}  // namespace canteen
