// Which PINs are too easy to guess. Pure; any thread.
#pragma once

#include <string_view>

namespace canteen {

inline constexpr std::size_t min_pin_digits = 6, max_pin_digits = 12;

// True of digits alone, neither all the same nor counting up or down, and none of the few that everybody tries first.
bool is_strong_pin(std::string_view pin);

}  // namespace canteen
