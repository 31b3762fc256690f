#include "canteen/domain/base/rounding.h"

#include <algorithm>

namespace canteen {

namespace {

Fen in_full_units(std::int64_t dividend, std::int64_t divisor, const Rounding& rounding) {
    const std::int64_t step = divisor * rounding.unit.value;
    const std::int64_t units = dividend / step;
    const std::int64_t rest = dividend % step;
    const bool up = (rounding.direction == RoundingDirection::up && rest > 0) ||
                    (rounding.direction == RoundingDirection::half_up && rest >= step - rest);
    return rounding.unit * (units + (up ? 1 : 0));
}

}  // namespace

Fen part_of(Fen whole, std::int64_t numerator, std::int64_t denominator, const Rounding& rounding) {
    if (!rounding.of_rest) return in_full_units(whole.value * numerator, denominator, rounding);
    const Fen rest = in_full_units(whole.value * (denominator - numerator), denominator, rounding);
    return std::max(whole - rest, Fen{});
}

}  // namespace canteen
