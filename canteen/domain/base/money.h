// Money is a whole number of fen (1/100 yuan). No float ever touches it. Values; any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace canteen {

struct Fen {
    std::int64_t value = 0;

    auto operator<=>(const Fen&) const = default;
    Fen& operator+=(Fen b) {
        value += b.value;
        return *this;
    }
    Fen& operator-=(Fen b) {
        value -= b.value;
        return *this;
    }
    friend Fen operator+(Fen a, Fen b) { return {a.value + b.value}; }
    friend Fen operator-(Fen a, Fen b) { return {a.value - b.value}; }
    friend Fen operator-(Fen a) { return {-a.value}; }
    friend Fen operator*(Fen a, std::int64_t n) { return {a.value * n}; }
};

// The largest sum one order may come to; far above a banquet, far below an overflow.
inline constexpr Fen max_order_sum{100'000'00};

// `grams` of something that costs `price` per `price_grams`, rounded once, half up. price_grams > 0.
Fen price_by_weight(Fen price, std::uint32_t price_grams, std::uint32_t grams);

// Returns the cash taken for `sum`: down to the full 0.10 yuan (抹零). The rest goes to the rounding account.
Fen round_cash(Fen sum);

// "12.60", "-0.05".
std::string to_yuan(Fen sum);

}  // namespace canteen
