// Members with dated facts: columns number, name, id_number, phone, born, hukou, residence, tags, evidence, approvals,
// stays, employers, cards, allergens, diet, died; all but number and name may be empty or missing, and of a member who
// is known already what has no column stays as it is. Facts are lists like "dibao:2025-01-01..2026-12-31;living_alone",
// without dates: always. So are written tags, approvals (of schemes), stays (in institutions), employers (their codes),
// hukou and residence (area codes). Further:
//   evidence   "dibao:paper;blind:paper", of categories that stand in tags
//   cards      "A100;A101", further cards of the member; none is taken away
//   allergens  "1;5", GB 7718 groups
//   diet       "soft;less_salt;no_sugar;less_oil;no_spice", any of them
//   died       a date
// Pure; any thread.
#pragma once

#include <string_view>

#include "canteen/domain/model/command.h"
#include "canteen/files/csv.h"

namespace canteen {

inline constexpr std::size_t max_import_members = 20'000;

struct MembersFile {
    ImportMembers import;  // members without id (nil), and what the file has no column for
    TablePlaces places;    // of the members, in their order
};

// All that is wrong with the file, or what should be looked at: ID numbers that a spreadsheet has rounded, which are
// left out, and those with a fault, which are kept. born may be left out where the ID number says it, and must not
// differ from it. A number, card or ID number that stands twice is refused, and so are a card with the number of an ID
// card and a name that has lost a character. No message quotes a personal value.
Result<MembersFile> read_members_csv(std::string_view text);

}  // namespace canteen
