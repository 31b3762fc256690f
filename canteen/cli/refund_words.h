// Refunds asked for on the command line, by the number on the guest's slip.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "canteen/cli/office_client.h"

namespace canteen {

// The business date, the pickup number, the reason, and the lines: "2x1,3x350" (portions, or grams of a weighed line),
// "" for all that is left.
struct RefundWords {
    std::string date, number, reason, lines;
};

struct RefundAsk {
    OrderOfPickup order;
    RefundReason reason = RefundReason::guest_asked;
    std::vector<RefundLine> lines;
};

// Returns the refund that is meant, or which word is wrong.
std::variant<RefundAsk, std::string> refund_ask(const RefundWords& words);
// Says how much the guest gets back and by which means, or why not.
AdminText refund(OfficeClient& office, const RefundWords& words);

// Reads "A012"; returns nothing for what is no pickup number.
std::optional<PickupNumber> parse_pickup(std::string_view text);
// Reads "2x1,3x350"; returns nothing for what is no such list.
std::optional<std::vector<RefundLine>> parse_refund_lines(std::string_view text);

}  // namespace canteen
