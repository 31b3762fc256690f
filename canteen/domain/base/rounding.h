// How a share or a discount is rounded. Rules: deploy/schemes/FORMAT.md, "Rounding". Pure; any thread.
#pragma once

#include <cstdint>

#include "canteen/domain/base/money.h"

namespace canteen {

enum class RoundingDirection : std::uint8_t { down = 1, up = 2, half_up = 3 };

struct Rounding {
    Fen unit{1};
    RoundingDirection direction = RoundingDirection::down;
    bool of_rest = false;  // what is left to pay is rounded, and the reduction is the difference
    bool operator==(const Rounding&) const = default;
};

inline constexpr Fen max_rounding_unit{100'00};

// numerator/denominator of `whole`, in full units. Not negative; denominator and unit > 0. With unit up to
// max_rounding_unit, whole * numerator must fit 64 bits.
Fen part_of(Fen whole, std::int64_t numerator, std::int64_t denominator, const Rounding& rounding);

}  // namespace canteen
