// Text that strangers typed and others will read on screens and slips. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace canteen {

// ASCII only.
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
// True of no character too.
bool all_digits(std::string_view text);

// Length in bytes of the UTF-8 character that begins the text, 0 if it is none. Surrogates and overlong forms are none.
// The text is not empty.
std::size_t utf8_character_bytes(std::string_view text);
bool is_utf8(std::string_view text);

// The text with U+FFFD for each byte that is none of a character; UTF-8 stays as it is.
std::string utf8_of(std::string_view text);

// The character that begins a text that is not empty, and moves the text behind it. A byte that begins none counts as
// U+FFFD.
char32_t take_character(std::string_view& text);

// More marks than this on one character run over its neighbours. Tibetan has three.
inline constexpr std::size_t max_marks = 8;

// True of valid UTF-8 that may be shown and kept: no control or format character, line or paragraph separator, private
// or invisible character (see text_tables.h), and no more than max_marks in a row. Those could fake a slip's line,
// drive a printer, turn the writing, or make two names that look alike.
bool is_plain_text(std::string_view text);
// Returns the text without the characters that keep it from being plain.
std::string plain_part_of(std::string_view text);

}  // namespace canteen
