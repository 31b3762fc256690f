// What counts as the same, however it was typed, scanned or pasted. Covered are the forms of Chinese keyboards,
// scanners and spreadsheets: full-width letters, digits and signs, blanks of all kinds, the marks that turn writing
// which come along with pasted numbers, a card reader's line ends. Whatever has no such form stays as it is, for a
// check to refuse. All of Unicode's compatibility forms are known to canteen/chinese, see app/phonetics.h. Pure; any
// thread.
#pragma once

#include <string>
#include <string_view>

namespace canteen {

// For a card, member number, ID number or pickup number: full-width characters as ASCII, letters in upper case, no
// blanks, no control characters at either end. Leading zeros stay.
std::string normal_number(std::string_view text);
// True if two numbers, cards or codes are one, however each was written.
bool is_same_number(std::string_view a, std::string_view b);
// For a code that is kept in lower case, such as an employer's: as normal_number(), but in lower case.
std::string normal_code(std::string_view text);
// For a phone: as normal_number(), without the dashes, brackets and plus sign people write between the digits.
std::string normal_phone(std::string_view text);

// Without the blanks and control characters around it; within as it was written. How names and remarks are kept.
std::string trimmed(std::string_view text);

// What two ways to write one name have in common; for comparing, never shown: full-width characters as ASCII, letters
// of ASCII in lower case, no blanks, no dots between the parts of a name (·, • and their like), no variation selectors.
// May be "".
std::string name_key(std::string_view text);

}  // namespace canteen
