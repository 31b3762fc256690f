// An id as text, as files and findings name what has no other name. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "canteen/domain/base/ids.h"

namespace canteen {

// Lower-case, two digits a byte.
inline std::string hex_of(const Bytes16& bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const unsigned byte : bytes) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

}  // namespace canteen
