// Numbers of the papers by which people are known. An ID card's, and a residence permit's too, has 18 characters and
// says the birth date (GB 11643); that of another paper begins with a letter. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "canteen/domain/base/time.h"

namespace canteen {

enum class IdNumberFault : std::uint8_t {
    none,
    not_one,      // not 17 digits and a digit or X behind them
    no_such_day,  // it says a birth date that does not exist: such cards were issued
    check_digit,  // mistyped, or issued so
};

// Checks a text without blanks, with X in upper case.
IdNumberFault fault_of_id_number(std::string_view text);
// The day an ID number says, whatever its check digit; nothing if it says none.
std::optional<Date> birth_date_in(std::string_view id_number);
// True for a passport or travel permit: one or two letters, then 6 to 10 digits.
bool is_other_paper(std::string_view text);
// True for a number that a record may hold: an ID number, also one with a fault that people live with, or another
// paper's.
bool is_paper_number(std::string_view text);

// 15 digits of the first generation as the 18 characters of today, which the same person has; nothing if it is none.
std::optional<std::string> second_generation_of(std::string_view text);

// A spreadsheet keeps 15 digits of a number and makes noughts of the others; then hardly any check digit is right.
bool is_rounded(std::string_view id_number);

}  // namespace canteen
