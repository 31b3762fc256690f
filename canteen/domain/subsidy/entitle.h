// Turns facts and schemes into a right sheet: who gets what. Server only; the till never sees facts or schemes. Rules:
// deploy/schemes/FORMAT.md. Pure; any thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "canteen/domain/model/facts.h"
#include "canteen/domain/model/right_sheet.h"
#include "canteen/domain/model/scheme.h"

namespace canteen {

// The first sees the whole bill, each further one what is left. None is null.
using SchemesByPriority = std::vector<const Scheme*>;

// Returns what a version gives the person, its steps in order. Steps and classes that give them nothing are left out;
// those that stay keep their places as their numbers.
SheetScheme rights_in(const Scheme& scheme, const SchemeVersion& version, const Facts& facts);

// The sheet of one date. `member` null: a guest without number. Schemes without a version in force that day, or without
// a step for the person, do not stand on it; nor does anything for one who died before that day.
RightSheet entitle(const Member* member, const SiteAreas& areas, const SchemesByPriority& schemes,
                   const std::map<std::string, Employer>& employers, Date date, SheetVersion version);

// The sheets that cover from..to, in order and without gaps; neighbouring dates that say the same are one sheet.
// Empty if to is before from.
std::vector<RightSheet> entitle(const Member* member, const SiteAreas& areas, const SchemesByPriority& schemes,
                                const std::map<std::string, Employer>& employers, Date from, Date to,
                                SheetVersion version);

// How many days ahead tills hold sheets, the current date included.
inline constexpr int sheet_days_ahead = 14;

}  // namespace canteen
