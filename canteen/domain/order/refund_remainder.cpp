#include "canteen/domain/order/refund_remainder.h"

#include <algorithm>

namespace canteen {

namespace {

bool is_weighed(const OrderLine& line) {
    return line.price_grams != 0;
}

Fen price_of(const OrderLine& line, std::uint32_t amount) {
    if (is_weighed(line)) return price_by_weight(line.unit_price, line.price_grams, amount);
    return line.unit_price * amount;
}

// Between payers and the canteen alone.
bool takes_no_food(RefundReason reason) {
    return reason == RefundReason::correction || reason == RefundReason::claim_rejected;
}

// A statement may have charged something else for the line: then a part of it is charged in proportion.
Fen price_of_part(const OrderLine& line, std::uint32_t amount) {
    const std::uint32_t whole = amount_of(line);
    if (amount == whole) return line.amount;
    if (price_of(line, whole) == line.amount) return price_of(line, amount);
    return {line.amount.value * amount / whole};
}

}  // namespace

std::uint32_t amount_of(const OrderLine& line) {
    return is_weighed(line) ? line.grams : line.quantity;
}

std::uint32_t amount_left(const Order& order, const OrderLine& line) {
    std::uint32_t left = amount_of(line);
    for (const auto& refund : order.refunds) {
        if (takes_no_food(refund.reason)) continue;
        if (refund.lines.empty()) return 0;
        for (const auto& part : refund.lines)
            if (part.line == line.id) left -= part.amount;
    }
    return left;
}

bool is_taken_back(const Order& order) {
    if (order.refunds.empty()) return false;
    const auto& lines = order.draft.lines;
    return std::all_of(lines.begin(), lines.end(), [&](const auto& line) { return amount_left(order, line) == 0; });
}

const Sums& sums_now(const Order& order) {
    return order.refunds.empty() ? order.draft.shown : order.refunds.back().left;
}

OrderLine part_of(const OrderLine& line, std::uint32_t amount) {
    OrderLine part = line;
    part.amount = price_of_part(line, amount);
    (is_weighed(line) ? part.grams : part.quantity) = amount;
    return part;
}

std::vector<OrderLine> lines_left(const Order& order) {
    std::vector<OrderLine> lines;
    for (const auto& line : order.draft.lines)
        if (const auto left = amount_left(order, line); left != 0) lines.push_back(part_of(line, left));
    return lines;
}

Fen sum_of(const std::vector<OrderLine>& lines) {
    Fen sum;
    for (const auto& line : lines) sum += line.amount;
    return sum;
}

}  // namespace canteen
