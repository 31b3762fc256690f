// Checks that a member's record is well formed, and small enough that it fits sealed into a journal row beside the
// member's cards and applications. Pure; any thread.
#pragma once

#include <map>

#include "canteen/domain/model/employer.h"
#include "canteen/domain/model/refusal.h"

namespace canteen {

inline constexpr std::size_t max_member_number_bytes = 20;
inline constexpr std::size_t max_member_name_bytes = 60;  // of a carer's name, too
inline constexpr std::size_t max_phone_digits = 15;
inline constexpr std::size_t max_extension_digits = 6;
inline constexpr std::size_t max_phone_bytes = max_phone_digits + 1 + max_extension_digits;
inline constexpr std::size_t max_fact_bytes = 64;  // a category, scheme or institution
inline constexpr std::size_t max_evidence_bytes = 120;
inline constexpr std::size_t max_member_facts = 32;  // categories, or approvals
inline constexpr std::size_t max_member_areas = 12;  // hukou, or residences
inline constexpr std::size_t max_member_stays = 12;
inline constexpr std::size_t max_member_employments = 12;
inline constexpr std::size_t max_member_carers = 8;
inline constexpr std::size_t max_allergens = 8;  // GB 7718 knows so many groups

// Checks all but cards and applications. Refuses text_invalid, period_invalid (with the part of the record),
// employer_unknown, id_number_invalid (also if it says another birth date).
Refusal check_record(const Member& member, const std::map<std::string, Employer>& employers);

// Not empty, at most so many bytes, no control characters or turned writing.
bool is_name(const std::string& text, std::size_t max_bytes);
// As is_name(), or empty.
bool is_remark(const std::string& text, std::size_t max_bytes);
// Digits and letters of ASCII, not empty, at most so many.
bool is_number_text(const std::string& text, std::size_t max_bytes);
// Digits, behind a hyphen those of an extension: "02800001234-8". True of none, too.
bool is_phone(const std::string& text);
// True for the code of a province, city, district or street: 2, 4, 6 or 9 digits.
bool is_area(const AreaCode& code);
// False if it ends before it begins.
bool is_period(const DateRange& range);

}  // namespace canteen
