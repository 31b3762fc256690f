// Gives one form to characters that Unicode has twice for the sake of older encodings. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace canteen {

// Returns the text in NFKC with its case folded: 龙 for the radical ⻰, 金 for the compatibility ideograph, letters of
// any width and case alike. Drops variation selectors. Returns what is not UTF-8 unchanged.
std::string compatible_form(std::string_view text);

}  // namespace canteen
