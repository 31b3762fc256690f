// A person's export in words. Pure; any thread.
#pragma once

#include <string>

#include "canteen/domain/model/names.h"

namespace canteen {

// The value's name, or its number if a newer program wrote it.
template <HasNames Enum>
std::string word_of(Enum value) {
    const auto name = find_name(value);
    return name ? std::string(*name) : std::to_string(static_cast<unsigned>(value));
}

}  // namespace canteen
