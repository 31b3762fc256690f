#include "canteen/domain/model/pin_rules.h"

#include <algorithm>
#include <array>

#include "canteen/domain/base/text.h"

namespace canteen {
namespace {

constexpr std::array<std::string_view, 12> tried_first{"112233", "121212", "123123", "131313", "159357", "168168",
                                                       "518518", "520520", "520131", "521521", "147258", "888666"};

// True if each digit differs from the one before by `step`.
bool goes_by(std::string_view pin, int step) {
    for (std::size_t i = 1; i < pin.size(); ++i)
        if ((pin[i] - pin[i - 1] - step) % 10 != 0) return false;
    return true;
}

}  // namespace

bool is_strong_pin(std::string_view pin) {
    if (pin.size() < min_pin_digits || pin.size() > max_pin_digits || !all_digits(pin)) return false;
    if (goes_by(pin, 0) || goes_by(pin, 1) || goes_by(pin, -1)) return false;
    return std::ranges::find(tried_first, pin) == tried_first.end();
}

}  // namespace canteen
