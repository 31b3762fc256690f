// Holds every text by its code, from zh-CN.json and en.json, which the pages are built from as well. Pure; any thread.
#pragma once

#include <span>
#include <string_view>

#include "canteen/texts/language.h"

namespace canteen {

struct Text {
    std::string_view code;
    std::string_view text;
};

// Returns the texts sorted by code.
std::span<const Text> catalogue(Language language);
// Returns the text with its places unfilled, or the code itself if it has no text: a newer server may send one.
std::string_view text_of(std::string_view code, Language language);

}  // namespace canteen
