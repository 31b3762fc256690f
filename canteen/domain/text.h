// Text that strangers typed and others will read on screens and slips. Pure; any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace canteen {

// Of ASCII.
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
// True of no character too.
bool all_digits(std::string_view text);

// Length in bytes of the UTF-8 character that begins the text, 0 if it is none. Surrogates and overlong forms are none.
// The text is not empty.
std::size_t utf8_character_bytes(std::string_view text);
bool is_utf8(std::string_view text);

// False if the UTF-8 text holds a control character, a line break, or a mark that turns the direction of writing: they
// could fake a slip's line or drive a printer.
bool is_plain_text(std::string_view text);

}  // namespace canteen
