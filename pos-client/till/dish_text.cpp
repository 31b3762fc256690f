#include "pos-client/till/dish_text.h"

#include "canteen/domain/base/number.h"

namespace canteen::till {
namespace {

bool take(std::string_view& text, char sign) {
    if (!text.starts_with(sign)) return false;
    text.remove_prefix(1);
    return true;
}

bool take_choice(std::string_view& text, BasketLine& line) {
    do {
        const auto dish = take_number<std::uint32_t>(text);
        if (!dish) return false;
        line.chosen.push_back({*dish});
    } while (take(text, '+'));
    return true;
}

}  // namespace

std::optional<BasketLine> parse_dish(std::string_view text) {
    BasketLine line;
    const auto dish = take_number<std::uint32_t>(text);
    if (!dish || *dish == 0) return std::nullopt;
    line.dish = {*dish};
    if (take(text, 'x')) {
        const auto quantity = take_number<std::uint32_t>(text);
        if (!quantity) return std::nullopt;
        line.quantity = *quantity;
    } else if (take(text, ':')) {
        const auto grams = take_number<std::uint32_t>(text);
        if (!grams || !take(text, 'g')) return std::nullopt;
        line.grams = *grams;
    }
    if (take(text, '=') && !take_choice(text, line)) return std::nullopt;
    if (!text.empty()) return std::nullopt;
    return line;
}

std::optional<RefundLine> parse_refund_line(std::string_view text) {
    const auto line = parse_dish(text);
    if (!line || !line->chosen.empty()) return std::nullopt;
    return RefundLine{{line->dish.value}, line->grams != 0 ? line->grams : line->quantity};
}

}  // namespace canteen::till
