#include "canteen/domain/base/money.h"

namespace canteen {

namespace {
constexpr std::int64_t fen_per_yuan = 100;
constexpr std::int64_t smallest_coin_fen = 10;
}  // namespace

Fen price_by_weight(Fen price, std::uint32_t price_grams, std::uint32_t grams) {
    const std::int64_t product = price.value * grams;
    const std::int64_t whole = product / price_grams;
    const std::int64_t rest = product % price_grams;
    return {whole + (2 * rest >= std::int64_t{price_grams} ? 1 : 0)};
}

Fen round_cash(Fen sum) {
    return {sum.value - sum.value % smallest_coin_fen};
}

std::string to_yuan(Fen sum) {
    const bool negative = sum.value < 0;
    // Digit by digit from the end, so that the most negative value needs no negation.
    const auto digit_sum = [negative](std::int64_t part) { return std::to_string(negative ? -part : part); };
    const std::string cents = digit_sum(sum.value % fen_per_yuan);
    return (negative ? "-" : "") + digit_sum(sum.value / fen_per_yuan) + (cents.size() < 2 ? ".0" : ".") + cents;
}

}  // namespace canteen
