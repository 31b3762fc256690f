// Normal forms of texts that count as the same, however they were typed, scanned or pasted. Covered are the forms of
// Chinese keyboards, scanners and spreadsheets: full-width letters, digits and signs, blanks of all kinds, the marks
// that turn writing which come along with pasted numbers, a card reader's line ends. A text without such a form stays
// as it is, for a check to refuse. canteen/chinese knows all of Unicode's compatibility forms, see app/phonetics.h.
// Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace canteen {

// Normalises a card, member number, ID number or pickup number: full-width characters as ASCII, letters in upper case,
// no blanks, no control characters at either end. Leading zeros stay.
std::string normal_number(std::string_view text);
// True if two numbers, cards or codes are one, however each was written.
bool is_same_number(std::string_view a, std::string_view b);
// Normalises a code that is kept in lower case, such as an employer's: as normal_number(), but in lower case.
std::string normal_code(std::string_view text);
// Normalises a phone: as normal_number(), without the dashes, brackets and plus sign people write between the digits.
std::string normal_phone(std::string_view text);

// Drops the blanks and control characters around the text and leaves it as written within. How names and remarks are
// kept.
std::string trimmed(std::string_view text);

// Returns a key that is the same for two ways to write one name; for comparing, never shown: full-width characters as
// ASCII, letters of ASCII in lower case, no blanks, no dots between the parts of a name (·, • and their like), no
// variation selectors. May be "".
std::string name_key(std::string_view text);

}  // namespace canteen
