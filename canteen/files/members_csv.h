// Members with dated facts: columns number, name, id_number, phone, born, hukou, residence, tags, approvals; all but
// number and name may be empty. hukou and residence are area codes. tags and approvals are lists like
// "dibao:2025-01-01..2026-12-31;living_alone", without dates: always. Pure; any thread.
#pragma once

#include <string_view>
#include <vector>

#include "canteen/domain/member.h"
#include "canteen/files/result.h"

namespace canteen {

inline constexpr std::size_t max_import_members = 20'000;

// Members without id (nil). born may be left out where the ID number says it, and must not differ from it. A number or
// ID number that stands twice is refused. No message quotes a personal value.
Result<std::vector<Member>> read_members_csv(std::string_view text);

}  // namespace canteen
