// Every text by its code, from zh-CN.json and en.json, which the pages are built from as well. Pure; any thread.
#pragma once

#include <span>
#include <string_view>

#include "canteen/texts/language.h"

namespace canteen {

struct Text {
    std::string_view code;
    std::string_view text;
};

// Sorted by code.
std::span<const Text> catalogue(Language language);

}  // namespace canteen
